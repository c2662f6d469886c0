namespace SessionsWidgets.Cli.Build.Html;

/// <summary>A widget's tag in a page, in bytes: what is replaced, from its start tag to its end tag, and what stands between
/// them.</summary>
/// <param name="Name">The tag's name in lower case.</param>
/// <param name="StartTag">The start tag.</param>
/// <param name="Content">Between the tags; empty behind the start tag where there is no end tag.</param>
/// <param name="End">Behind the end tag.</param>
internal sealed record WidgetTag(string Name, TagToken StartTag, Range Content, int End)
{
    public int Start => StartTag.Start;
}

/// <summary>Something about a page that its author should know: where, in bytes, and whether the page cannot be built because of
/// it.</summary>
internal sealed record PageProblem(int Position, string Message, bool IsError);
