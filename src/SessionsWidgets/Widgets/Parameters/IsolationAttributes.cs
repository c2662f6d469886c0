namespace SessionsWidgets;

/// <summary>The attributes of a tag that put its widget into a shadow root. No parameters: they say nothing of the widget.</summary>
internal static class IsolationAttributes
{
    public const string Isolated = "isolated";
    public const string StylesheetUrl = "stylesheet-url";

    public static IReadOnlyList<string> Names { get; } = [Isolated, StylesheetUrl];

    /// <summary>Gets the error of a tag or an address that cannot be isolated; null if the name is another one.</summary>
    public static ParameterException? Refuse(string name, string value) =>
        Names.Contains(name, StringComparer.OrdinalIgnoreCase)
            ? new ParameterException(
                name,
                value,
                "a shadow root is created only of HTML that arrives with its page, from a tag in a Razor page or a static page: leave it "
                + "out here.")
            : null;
}
