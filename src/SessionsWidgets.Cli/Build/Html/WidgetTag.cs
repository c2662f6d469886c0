namespace SessionsWidgets.Cli.Build.Html;

/// <summary>The tag of a widget, with byte positions from its start tag to its end tag.</summary>
/// <param name="Name">The name of the tag in lower case.</param>
/// <param name="StartTag">The start tag.</param>
/// <param name="Content">The content; empty if there is no end tag.</param>
/// <param name="End">The position after the end tag.</param>
internal sealed record WidgetTag(string Name, TagToken StartTag, Range Content, int End)
{
    public int Start => StartTag.Start;
}

/// <summary>A problem of a page at a byte position; an error prevents the page from being built.</summary>
internal sealed record PageProblem(int Position, string Message, bool IsError);
