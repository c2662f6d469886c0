using SessionsWidgets.Cli.Build.Html;
using SessionsWidgets.Cli.Build.Scan;

namespace SessionsWidgets.Cli.Build;

/// <summary>Builds pages: replaces the tags of widgets by fragments. Thread-safe.</summary>
/// <param name="options">The options of the build.</param>
/// <param name="widgets">Renders the widgets.</param>
internal sealed class PageBuilder(BuildOptions options, SiteWidgetRenderer widgets)
{
    private static readonly string[] Widgets = [.. WidgetCatalog.BuiltIn.Definitions.Select(t => t.Name)];
    private static readonly WidgetTagNames Names = new(Widgets);
    private static readonly List<WidgetParagraph> NoParagraphs = [];

    /// <summary>Finds the tags of the same widgets in files that are no pages.</summary>
    public static TagText TagText { get; } = new([.. Widgets, WidgetTagNames.AnyWidget]);

    /// <summary>Finds the tags of a page.</summary>
    /// <returns>The page; null if it has errors.</returns>
    public static SourcePage? Read(SiteFile file, ReadOnlyMemory<byte> page, PageMessages messages)
    {
        if (PageEncoding.IsUtf16(page.Span))
        {
            messages.Report.AddPage(0);
            messages.AddError(file, "the page is in UTF-16, which is not supported: save it as UTF-8.");
            return null;
        }

        var found = Html.PageReader.Read(page.Span, Names);
        messages.Report.AddPage(found.Tags.Count);
        return new SourcePage(file, page, found);
    }

    /// <summary>Builds a page, with the buffer as room for the result.</summary>
    /// <returns>The built page, possibly the page itself; null if it has errors.</returns>
    public ValueTask<BuiltPage?> BuildAsync(
        SourcePage page, PageContent built, PageMessages messages, CancellationToken cancellationToken) =>
        page.Found == PageTags.None
            ? ValueTask.FromResult<BuiltPage?>(new BuiltPage(page.Bytes, []))
            : BuildTagsAsync(page, built, messages, cancellationToken);

    private async ValueTask<BuiltPage?> BuildTagsAsync(
        SourcePage page, PageContent built, PageMessages messages, CancellationToken cancellationToken)
    {
        var (file, bytes, found) = page;
        var encoding = page.Encoding;
        var isBroken = false;
        foreach (var problem in found.Problems)
        {
            messages.Add(file, bytes.Span, problem, encoding);
            isBroken |= problem.IsError;
        }

        if (found.Tags.Count > 0) widgets.SetUp();
        // In parallel, so that a slow upstream delays the page once.
        var renderings = new Task<RenderedTag>[found.Tags.Count];
        for (var i = 0; i < renderings.Length; i++) renderings[i] = RenderAsync(page, found.Tags[i], cancellationToken);
        await Task.WhenAll((Task[])renderings).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        var replacements = new ReadOnlyMemory<byte>[renderings.Length];
        for (var i = 0; i < replacements.Length; i++)
        {
            var replacement = Replace(page, found.Tags[i], renderings[i], messages);
            isBroken |= replacement is null;
            replacements[i] = replacement.GetValueOrDefault();
        }

        if (isBroken) return null;
        var paragraphs = SelectParagraphs(page, replacements, messages);
        PageSplice.Write(bytes.Span, found.Tags, replacements, paragraphs, built);
        var rendered = Array.ConvertAll(renderings, ResultOf);
        if (rendered.Length > 0)
            messages.CheckBuilt(file, bytes.Span, needsStylesheet: !Array.TrueForAll(rendered, static tag => tag.Fragment.IsIsolated));
        return new BuiltPage(built.Written, rendered);
    }

    /// <summary>Gets the paragraphs to be taken away, and warns of those that must stay.</summary>
    private List<WidgetParagraph> SelectParagraphs(SourcePage page, ReadOnlyMemory<byte>[] replacements, PageMessages messages)
    {
        var found = page.Found;
        if (options.KeepsParagraphs || found.Paragraphs.Count == 0) return NoParagraphs;
        var selected = new List<WidgetParagraph>();
        foreach (var paragraph in found.Paragraphs)
        {
            if (PageSplice.FitsParagraph(replacements.AsSpan(paragraph.First, paragraph.Count))) continue;
            if (!paragraph.HasId(page.Bytes.Span)) selected.Add(paragraph);
            else
            {
                var tag = found.Tags[paragraph.First];
                var message = $"<{tag.Name}> is in a <p> with an id, which stays because a link may lead to it, and which ends where "
                    + "the widget begins: give the id to another element.";
                Warn(page, tag, message, messages);
            }
        }

        return selected;
    }

    private async Task<RenderedTag> RenderAsync(SourcePage page, WidgetTag tag, CancellationToken cancellationToken)
    {
        var attributes = WidgetAttributes.Read(page.Bytes.Span, tag, page.Encoding);
        return new RenderedTag(attributes, await widgets.RenderAsync(page.File, attributes, cancellationToken));
    }

    /// <summary>Gets what a rendering that has ended gave, or throws what it threw.</summary>
    private static RenderedTag ResultOf(Task<RenderedTag> rendering) => rendering.GetAwaiter().GetResult();

    /// <returns>The replacement of the tag; null if it has errors.</returns>
    private ReadOnlyMemory<byte>? Replace(SourcePage page, WidgetTag tag, Task<RenderedTag> rendering, PageMessages messages)
    {
        try
        {
            var (attributes, rendered) = ResultOf(rendering);
            var fragment = rendered.Html;
            var content = page.Bytes[tag.Content];
            var showsContent = fragment.IsEmpty && !TagContent.IsBlank(content.Span);
            if (fragment.Error is { } error)
            {
                if (error is not ApiException) throw error;
                var shown = fragment.Origin == FragmentOrigin.Stale
                    ? "shows the last good data"
                    : fragment.Origin == FragmentOrigin.Fresh ? "lacks a part of its data"
                    : showsContent ? "has no data, and shows its content" : "has no data, and shows a notice";
                messages.Report.AddWithoutFreshData(
                    page.File.Name, $"<{attributes.Widget}> {shown}. {widgets.Explain(fragment, error)}");
            }

            foreach (var failure in rendered.Pictures.Select(static picture => picture.Failure).OfType<string>())
                messages.Report.AddShared(page.File.Name, failure);

            var bytes = showsContent ? content
                : page.Encoding.Equals(PageEncoding.Utf8) ? fragment.Utf8 : page.Encoding.GetBytes(fragment.ToString());
            if (tag.IsInLink && TagContent.HasLink(bytes.Span))
            {
                var message = $"<{tag.Name}> is in a link (<a>) and has links of its own: end the link before the tag, in Markdown "
                    + "take the tag out of [ … ]( … ).";
                Warn(page, tag, message, messages);
            }

            return bytes;
        }
        catch (SessionsWidgetsException e)
        {
            var position = e is ParameterException wrong
                ? WidgetAttributes.PositionOf(page.Bytes.Span, tag, wrong.ParameterName)
                : tag.Start;
            messages.Add(page.File, page.Bytes.Span, new PageProblem(position, e.Message, IsError: true), page.Encoding);
            return null;
        }
    }

    private static void Warn(SourcePage page, WidgetTag tag, string message, PageMessages messages) =>
        messages.Add(page.File, page.Bytes.Span, new PageProblem(tag.Start, message, IsError: false), page.Encoding);
}
