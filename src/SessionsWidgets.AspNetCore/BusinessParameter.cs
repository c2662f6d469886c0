namespace SessionsWidgets.AspNetCore;

/// <summary>The parameter that every tag and every query may have beside the widget's own: the name of a business.</summary>
internal static class BusinessAttribute
{
    public const string Name = "business";

    /// <summary>Takes it out of the values; null where it is not among them.</summary>
    public static string? Take(List<KeyValuePair<string, string>> values)
    {
        var index = values.FindIndex(v => v.Key.Equals(Name, StringComparison.OrdinalIgnoreCase));
        if (index < 0) return null;
        var value = values[index].Value;
        values.RemoveAt(index);
        return value;
    }
}
