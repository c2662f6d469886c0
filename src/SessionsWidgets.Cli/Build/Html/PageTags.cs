namespace SessionsWidgets.Cli.Build.Html;

/// <summary>The tags of a page, the paragraphs that hold nothing else, and its problems.</summary>
internal sealed record PageTags(
    IReadOnlyList<WidgetTag> Tags, IReadOnlyList<WidgetParagraph> Paragraphs, IReadOnlyList<PageProblem> Problems)
{
    public static PageTags None { get; } = new([], [], []);
}

/// <summary>A problem of a page at a byte position; an error prevents the page from being built.</summary>
internal sealed record PageProblem(int Position, string Message, bool IsError);
