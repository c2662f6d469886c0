namespace SessionsWidgets;

/// <summary>What values a parameter takes, and how they are written. Immutable and thread-safe.</summary>
/// <typeparam name="T">The type of its values in code.</typeparam>
/// <param name="Allowed">What is allowed, as the rest of a sentence: "it must be true or false."</param>
/// <param name="Parse">Reads a value; null when the text is none.</param>
/// <param name="IsValid">Whether a value that was set in code is allowed.</param>
/// <param name="Format">Writes a value as <paramref name="Parse"/> reads it.</param>
public sealed record ParameterKind<T>(
    string Allowed, Func<string, (bool Ok, T Value)> Parse, Func<T, bool> IsValid, Func<T, string?> Format);

/// <summary>The kinds of values that parameters take.</summary>
public static class ParameterKinds
{
    /// <summary><c>true</c> or <c>false</c>; the name alone means true, as in HTML.</summary>
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
        value => value ? "true" : "false");

    /// <summary>A day: <c>2026-07-18</c>, <c>today</c>, <c>7 days ago</c>.</summary>
    public static ParameterKind<Day> Day { get; } = new(
        "it must be a day such as 2026-07-18, 'today', or '7 days ago'.",
        text => (SessionsWidgets.Day.TryParse(text, out var day), day),
        _ => true,
        value => value.ToString());

    /// <summary>An identifier of the API.</summary>
    public static ParameterKind<string> Identifier { get; } = OfText(
        "it must be 1 to 64 letters (A-Z, a-z), digits, '_' or '-'.", SessionsWidgets.Identifier.IsValid);

    /// <summary>Names of CSS classes, separated by spaces.</summary>
    public static ParameterKind<string> CssClasses { get; } = OfText(
        "it must be class names of letters, digits, '_' and '-' that begin with a letter, '_' or '-', separated by spaces.",
        CssName.AreClasses);

    /// <summary>An id of an element.</summary>
    public static ParameterKind<string> ElementId { get; } = OfText(
        "it must begin with a letter and hold only letters, digits, '_' and '-'.", CssName.IsId);

    /// <summary>A language, as a BCP 47 tag.</summary>
    public static ParameterKind<string> Language { get; } = OfText(LanguageTag.Allowed, LanguageTag.IsValid);

    /// <summary>Where a link leads: http, https, or a path on this site.</summary>
    public static ParameterKind<string> Link { get; } = OfText(
        "it must be an http or https address, or a path such as '/sessions' or 'sessions.html'.", LinkTarget.IsValid);

    /// <summary>A whole number within bounds.</summary>
    public static ParameterKind<int> WholeNumber(int least, int most) => new(
        most == int.MaxValue ? $"it must be a whole number, {least} or more." : $"it must be a whole number from {least} to {most}.",
        text =>
            (
                int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
                    && value >= least
                    && value <= most,
                value),
        value => value >= least && value <= most,
        value => value.ToString(CultureInfo.InvariantCulture));

    /// <summary>One of the values of an enumeration, by its name in lower case.</summary>
    public static ParameterKind<T> Choice<T>()
        where T : struct, Enum => new(
        EnumText.Allowed<T>(),
        text => (Enum.GetNames<T>().FirstOrDefault(n => EnumText.NameOf(n).Equals(text, StringComparison.OrdinalIgnoreCase)) is { } name)
            ? (true, Enum.Parse<T>(name))
            : default,
        Enum.IsDefined,
        value => EnumText.NameOf(value.ToString()));

    /// <summary>Any text up to a length.</summary>
    public static ParameterKind<string> Text(int longest) =>
        OfText($"it must be a text of at most {longest} characters.", text => text.Length <= longest);

    /// <summary>The same kind for a value that may be absent.</summary>
    public static ParameterKind<T?> OrNothing<T>(this ParameterKind<T> kind)
        where T : struct => new(
        kind.Allowed,
        text => kind.Parse(text) is (true, var value) ? (true, value) : default,
        value => value is null || kind.IsValid(value.Value),
        value => value is null ? null : kind.Format(value.Value));

    private static ParameterKind<string> OfText(string allowed, Func<string, bool> isValid) => new(
        allowed,
        text => (isValid(text), text),
        text => text is null || isValid(text),
        text => text);
}
