namespace SessionsWidgets.Cli.Build.Html;

/// <summary>The tag of a widget, with byte positions from its start tag to its end tag.</summary>
/// <param name="Name">The name of the tag in lower case.</param>
/// <param name="StartTag">The start tag.</param>
/// <param name="Content">The content; empty if there is no end tag.</param>
/// <param name="End">The position after the end tag.</param>
internal sealed record WidgetTag(string Name, TagToken StartTag, Range Content, int End)
{
    public int Start => StartTag.Start;

    /// <summary>Whether it stands in a link, which may hold no other link.</summary>
    public bool IsInLink { get; init; }
}
