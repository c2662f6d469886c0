namespace SessionsWidgets.AspNetCore;

/// <summary>The attribute <c>business</c> of every tag and query.</summary>
internal static class BusinessParameter
{
    public const string Name = "business";

    /// <summary>Removes it from the values and returns it; null if it is not set.</summary>
    public static string? Take(List<KeyValuePair<string, string>> values)
    {
        var index = values.FindIndex(v => v.Key.Equals(Name, StringComparison.OrdinalIgnoreCase));
        if (index < 0) return null;
        var value = values[index].Value;
        values.RemoveAt(index);
        return value;
    }
}
