using System.Globalization;

namespace SessionsWidgets.AspNetCore;

/// <summary>Converts the attributes of a component to text.</summary>
internal static class ComponentAttributes
{
    private static readonly Dictionary<string, object> None = [];

    /// <summary>Converts attributes lazily; null counts as not set.</summary>
    /// <exception cref="ParameterException">A value cannot be written as text; thrown when it is enumerated.</exception>
    public static IEnumerable<KeyValuePair<string, string>> Read(IReadOnlyDictionary<string, object>? attributes) =>
        (attributes ?? None).Where(a => a.Value is not null).Select(a => KeyValuePair.Create(a.Key, Text(a.Key, a.Value)));

    /// <summary>Compares two sets of attributes.</summary>
    public static bool AreSame(IReadOnlyDictionary<string, object>? one, IReadOnlyDictionary<string, object>? other)
    {
        one ??= None;
        other ??= None;
        return one.Count == other.Count && one.All(a => other.TryGetValue(a.Key, out var value) && Equals(a.Value, value));
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
