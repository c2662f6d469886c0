namespace SessionsWidgets;

/// <summary>The kind of a parameter: which values are allowed, and how they are written as text. Immutable and thread-safe.</summary>
/// <typeparam name="T">The type of the values.</typeparam>
/// <param name="Allowed">The allowed values, for messages: "it must be true or false."</param>
/// <param name="Parse">Parses a text; the first item says whether it is allowed.</param>
/// <param name="IsValid">Validates a value that is set in code.</param>
/// <param name="Format">Formats a value as text that <paramref name="Parse"/> accepts.</param>
public sealed record ParameterKind<T>(
    string Allowed, Func<string, (bool Ok, T Value)> Parse, Func<T, bool> IsValid, Func<T, string?> Format)
{
    /// <summary>Parses a C# value as a culture writes it. Default: nothing is parsed.</summary>
    internal Func<string, CultureInfo, (bool Ok, T Value)> ParseCulture { get; init; } = static (_, _) => default;

    /// <summary>The texts of all values, if they are few. Default: none.</summary>
    internal IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>Gets the value that the user of a text that is not allowed probably meant. Default: none.</summary>
    internal Func<string, string?> Suggest { get; init; } = static _ => null;

    /// <summary>Whether the values are links, in which <c>~/</c> is resolved.</summary>
    internal bool IsLink { get; init; }
}

/// <summary>The built-in kinds of parameters. Thread-safe.</summary>
public static class ParameterKind
{
    /// <summary>A Boolean: <c>true</c> or <c>false</c>, ignoring case; an empty text is true, as in HTML.</summary>
    public static ParameterKind<bool> Boolean { get; } = new(
        "it must be true or false.",
        text => text switch
        {
            "" => (true, true),
            _ when text.Equals("true", StringComparison.OrdinalIgnoreCase) => (true, true),
            _ when text.Equals("false", StringComparison.OrdinalIgnoreCase) => (true, false),
            _ => default,
        },
        _ => true,
        value => value ? "true" : "false")
    {
        Choices = ["true", "false"],
        Suggest = static text => NearestName.Misspelt(text, ["true", "false"]),
    };

    /// <summary>A day: <c>2026-07-18</c>, <c>today</c> or <c>7 days ago</c>.</summary>
    public static ParameterKind<Day> Day { get; } = new(
        "it must be a day such as 2026-07-18, 'today', or '7 days ago'.",
        text => (SessionsWidgets.Day.TryParse(text, out var day), day),
        _ => true,
        value => value.ToString())
    {
        ParseCulture = CultureDay.Parse,
        Suggest = static text => NearestName.Misspelt(text, ["today"]),
    };

    /// <summary>An id of the API: 1 to 64 letters, digits, '_' or '-'.</summary>
    public static ParameterKind<string> Identifier { get; } = OfText(
        "it must be 1 to 64 letters (A-Z, a-z), digits, '_' or '-'.", SessionsWidgets.Identifier.IsValid);

    /// <summary>CSS class names of letters, digits, '_' and '-', separated by spaces.</summary>
    public static ParameterKind<string> CssClasses { get; } = OfText(
        "it must be class names of letters, digits, '_' and '-' that begin with a letter, '_' or '-', separated by spaces.",
        CssName.AreClasses);

    /// <summary>The id of an HTML element: letters, digits, '_' and '-'; the first character is a letter.</summary>
    public static ParameterKind<string> ElementId { get; } = OfText(
        "it must begin with a letter and hold only letters, digits, '_' and '-'.", CssName.IsId);

    /// <summary>A BCP 47 language tag.</summary>
    public static ParameterKind<string> Language { get; } = OfText(LanguageTag.Allowed, LanguageTag.IsValid)
        with { Suggest = LocaleSet.Nearest };

    /// <summary>A link: an http(s) URL or a path on the site; <c>~/</c> is replaced by <see cref="RenderRequest.PathBase"/>.</summary>
    public static ParameterKind<string> Link { get; } = OfText(
        "it must be an http or https address, or a path such as '/sessions' or 'sessions.html'.", LinkTarget.IsValid)
        with { IsLink = true };

    /// <summary>A link like <see cref="Link"/>, or empty for none.</summary>
    internal static ParameterKind<string> LinkOrNone { get; } = OfText(
        "it must be an http or https address, a path such as '/calendar/{id}.ics', or empty.",
        text => text.Length == 0 || LinkTarget.IsValid(text))
        with { IsLink = true };

    /// <summary>Creates the kind of whole numbers in a range.</summary>
    /// <param name="min">The minimum.</param>
    /// <param name="max">The maximum; <see cref="int.MaxValue"/> for none.</param>
    public static ParameterKind<int> WholeNumber(int min, int max) => new(
        max == int.MaxValue ? $"it must be a whole number, {min} or more." : $"it must be a whole number from {min} to {max}.",
        text => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            ? (value >= min && value <= max, value)
            : default,
        value => value >= min && value <= max,
        value => value.ToString(CultureInfo.InvariantCulture))
    {
        ParseCulture = (text, culture) => (int.TryParse(text, NumberStyles.AllowLeadingSign, culture, out var value), value),
    };

    /// <summary>Creates the kind of the values of an enumeration, by their names in lower case. Parsing ignores case.</summary>
    /// <typeparam name="T">The enumeration.</typeparam>
    public static ParameterKind<T> Choice<T>()
        where T : struct, Enum => new(
        EnumText.Allowed<T>(),
        text => (Enum.GetNames<T>().FirstOrDefault(n => EnumText.NameOf(n).Equals(text, StringComparison.OrdinalIgnoreCase)) is { } name)
            ? (true, Enum.Parse<T>(name))
            : default,
        Enum.IsDefined,
        value => EnumText.NameOf(value.ToString()))
    {
        Choices = [.. Enum.GetNames<T>().Select(EnumText.NameOf)],
        Suggest = static text => NearestName.Of(text, Enum.GetNames<T>().Select(EnumText.NameOf)),
    };

    /// <summary>Creates the kind of texts up to a length.</summary>
    /// <param name="maxLength">The maximum length in characters.</param>
    public static ParameterKind<string> Text(int maxLength) =>
        OfText($"it must be a text of at most {maxLength} characters.", text => text.Length <= maxLength);

    /// <summary>Creates the kind of the same values for a property that can be null. A text cannot set it to null.</summary>
    /// <typeparam name="T">The type of the values.</typeparam>
    /// <param name="kind">The kind of the values.</param>
    public static ParameterKind<T?> OrNothing<T>(this ParameterKind<T> kind)
        where T : struct => new(
        kind.Allowed,
        text => kind.Parse(text) is (true, var value) ? (true, value) : default,
        value => value is null || kind.IsValid(value.Value),
        value => value is null ? null : kind.Format(value.Value))
    {
        ParseCulture = (text, culture) => kind.ParseCulture(text, culture) is (true, var value) ? (true, value) : default,
        Choices = kind.Choices,
        Suggest = kind.Suggest,
    };

    private static ParameterKind<string> OfText(string allowed, Func<string, bool> isValid) => new(
        allowed,
        text => (isValid(text), text),
        text => text is null || isValid(text),
        text => text);
}
