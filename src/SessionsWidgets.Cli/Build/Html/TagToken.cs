namespace SessionsWidgets.Cli.Build.Html;

/// <summary>A start or end tag with its <see cref="TagName"/>: from its '&lt;' to behind its '&gt;', in bytes; closed when it ends in
/// "/>".</summary>
internal readonly record struct TagToken(ulong Name, int Start, int End, bool IsEndTag, bool IsClosed);
