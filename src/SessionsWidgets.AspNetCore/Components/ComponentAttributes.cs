using System.Globalization;

namespace SessionsWidgets.AspNetCore;

/// <summary>Converts the attributes of a component to text.</summary>
internal static class ComponentAttributes
{
    private static readonly Dictionary<string, object> None = [];

    /// <summary>Converts attributes; null counts as not set, as does false for an attribute of the element.</summary>
    /// <exception cref="ParameterException">A value cannot be written as text.</exception>
    public static List<KeyValuePair<string, string>> Read(WidgetDefinition type, IReadOnlyDictionary<string, object>? attributes)
    {
        var values = new List<KeyValuePair<string, string>>();
        foreach (var (name, value) in attributes ?? None)
        {
            if (value is not null && Text(type, name, value) is { } text) values.Add(new(name, text));
        }

        return values;
    }

    /// <summary>Compares two sets of attributes.</summary>
    public static bool AreSame(IReadOnlyDictionary<string, object>? one, IReadOnlyDictionary<string, object>? other)
    {
        one ??= None;
        other ??= None;
        return one.Count == other.Count && one.All(a => other.TryGetValue(a.Key, out var value) && Equals(a.Value, value));
    }

    private static string? Text(WidgetDefinition type, string name, object value)
    {
        if (type.FindParameter(name) is not null || name.Equals(BusinessParameter.Name, StringComparison.OrdinalIgnoreCase))
            return Text(name, value);
        // Of an unknown name, the value is only shown.
        if (!ElementAttributes.IsName(name)) return value as string ?? "";
        return value switch
        {
            true => ElementAttributes.TextOfTrue(name),
            false => null,
            DateTime or DateTimeOffset => string.Format(CultureInfo.InvariantCulture, "{0:o}", value),
            _ => Text(name, value),
        };
    }

    private static string Text(string name, object value) => value switch
    {
        string text => text,
        bool flag => flag ? "true" : "false",
        DateOnly date => ((Day)date).ToString(),
        Day day => day.ToString(),
        DateTime or DateTimeOffset => throw new ParameterException(
            name,
            Convert.ToString(value, CultureInfo.InvariantCulture),
            "the day depends on the time zone: set a DateOnly, or text such as '2026-07-18'."),
        Uri address => address.OriginalString,
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => throw new ParameterException(
            name,
            value.GetType().Name,
            "it must be text, true or false, a number, a DateOnly or an enumeration value."),
    };
}
