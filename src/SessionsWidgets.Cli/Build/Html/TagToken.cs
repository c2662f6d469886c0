namespace SessionsWidgets.Cli.Build.Html;

/// <summary>A start or end tag with its <see cref="TagName"/> and byte range; closed if it ends in "/>".</summary>
internal readonly record struct TagToken(ulong Name, int Start, int End, bool IsEndTag, bool IsClosed);
