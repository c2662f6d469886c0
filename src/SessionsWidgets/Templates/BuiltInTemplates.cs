namespace SessionsWidgets;

/// <summary>The templates and the stylesheet that come with the library. Immutable and thread-safe.</summary>
public static class BuiltInTemplates
{
    private const string Extension = ".liquid";

    /// <summary>The stylesheet of the widgets, in UTF-8.</summary>
    public static ReadOnlyMemory<byte> Stylesheet => EmbeddedFiles.Find("sessions-widgets.css");

    /// <summary>The names of the templates and partials, in order.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. EmbeddedFiles.Names
        .Where(f => f.EndsWith(Extension, StringComparison.Ordinal)).Select(f => f[..^Extension.Length]).Order(StringComparer.Ordinal)];

    /// <summary>The text of a template or partial; null when there is none of that name.</summary>
    public static string? Find(string name) =>
        EmbeddedFiles.Find(name + Extension) is { } file ? Encoding.UTF8.GetString(file) : null;
}
