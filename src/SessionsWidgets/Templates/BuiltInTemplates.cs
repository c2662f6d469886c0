namespace SessionsWidgets;

/// <summary>The templates and the stylesheet of the library. Immutable and thread-safe.</summary>
public static class BuiltInTemplates
{
    private const string Extension = ".liquid";

    /// <summary>The stylesheet of the widgets, in UTF-8.</summary>
    public static ReadOnlyMemory<byte> Stylesheet => EmbeddedFiles.Find("sessions-widgets.css");

    /// <summary>The names of the templates and partials, sorted.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. EmbeddedFiles.Names
        .Where(f => f.EndsWith(Extension, StringComparison.Ordinal)).Select(f => f[..^Extension.Length]).Order(StringComparer.Ordinal)];

    /// <summary>Gets the text of a template or partial.</summary>
    /// <param name="name">The name, without the extension: <c>recent-smokes</c>.</param>
    /// <returns>The text; null if there is no template or partial of that name.</returns>
    public static string? Find(string name) =>
        EmbeddedFiles.Find(name + Extension) is { } file ? Encoding.UTF8.GetString(file) : null;
}
