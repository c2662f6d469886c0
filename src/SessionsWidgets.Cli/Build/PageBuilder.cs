using System.Text;
using SessionsWidgets.Cli.Build.Html;
using SessionsWidgets.Cli.Build.Scan;

namespace SessionsWidgets.Cli.Build;

/// <summary>Builds pages: replaces the tags of widgets by fragments. Thread-safe.</summary>
/// <param name="options">The options of the build.</param>
/// <param name="widgets">Renders the widgets.</param>
/// <param name="report">Receives what is wrong.</param>
/// <param name="messages">Reports it.</param>
internal sealed class PageBuilder(BuildOptions options, SiteWidgetRenderer widgets, BuildReport report, PageMessages messages)
{
    private static readonly string[] Widgets = [.. WidgetCatalog.BuiltIn.Definitions.Select(t => t.Name)];
    private static readonly List<WidgetParagraph> NoParagraphs = [];

    private readonly WidgetTagNames _names = new(Widgets);
    private readonly MissingTags _missing = new(TagText);

    /// <summary>Finds the tags of the same widgets in files that are no pages.</summary>
    public static TagText TagText { get; } = new([.. Widgets, WidgetTagNames.AnyWidget]);

    /// <summary>Builds a page, with the buffer as room for the result.</summary>
    /// <returns>The built page, possibly the page itself; null if it has errors.</returns>
    public ValueTask<ReadOnlyMemory<byte>?> BuildAsync(
        SiteFile file, ReadOnlyMemory<byte> page, PageContent built, CancellationToken cancellationToken)
    {
        if (PageEncoding.IsUtf16(page.Span))
        {
            report.AddPage(0);
            messages.AddError(file, "the page is in UTF-16, which is not supported: save it as UTF-8.");
            return ValueTask.FromResult<ReadOnlyMemory<byte>?>(null);
        }

        var found = Html.PageReader.Read(page.Span, _names);
        report.AddPage(found.Tags.Count);
        _missing.See(file.Name, page.Span, found);
        return found == PageTags.None
            ? ValueTask.FromResult<ReadOnlyMemory<byte>?>(page)
            : BuildAsync(file, page, found, built, cancellationToken);
    }

    /// <summary>Reports the likely reason when no page had a tag.</summary>
    public void ReportMissingTags() => _missing.Report(report);

    private async ValueTask<ReadOnlyMemory<byte>?> BuildAsync(
        SiteFile file, ReadOnlyMemory<byte> page, PageTags found, PageContent built, CancellationToken cancellationToken)
    {
        var encoding = PageEncoding.Detect(page.Span);
        var isBroken = false;
        foreach (var problem in found.Problems)
        {
            messages.Add(file, page.Span, problem, encoding);
            isBroken |= problem.IsError;
        }

        if (found.Tags.Count > 0) widgets.SetUp();
        // In parallel, so that a slow upstream delays the page once.
        var renderings = new Task<(string Widget, HtmlFragment Fragment)>[found.Tags.Count];
        for (var i = 0; i < renderings.Length; i++) renderings[i] = RenderAsync(file, page, found.Tags[i], encoding, cancellationToken);
        await Task.WhenAll((Task[])renderings).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        var replacements = new ReadOnlyMemory<byte>[renderings.Length];
        for (var i = 0; i < replacements.Length; i++)
        {
            var replacement = Replace(file, page, found.Tags[i], renderings[i], encoding);
            isBroken |= replacement is null;
            replacements[i] = replacement.GetValueOrDefault();
        }

        if (isBroken) return null;
        var paragraphs = SelectParagraphs(file, page.Span, found, replacements, encoding);
        PageSplice.Write(page.Span, found.Tags, replacements, paragraphs, built);
        if (found.Tags.Count > 0) messages.CheckBuilt(file, page.Span);
        return built.Written;
    }

    /// <summary>Gets the paragraphs to be taken away, and warns of those that must stay.</summary>
    private List<WidgetParagraph> SelectParagraphs(
        SiteFile file, ReadOnlySpan<byte> page, PageTags found, ReadOnlyMemory<byte>[] replacements, Encoding encoding)
    {
        if (options.KeepsParagraphs || found.Paragraphs.Count == 0) return NoParagraphs;
        var selected = new List<WidgetParagraph>();
        foreach (var paragraph in found.Paragraphs)
        {
            if (PageSplice.FitsParagraph(replacements.AsSpan(paragraph.First, paragraph.Count))) continue;
            if (!paragraph.HasId(page)) selected.Add(paragraph);
            else
            {
                var tag = found.Tags[paragraph.First];
                var message = $"<{tag.Name}> stands in a <p> with an id, which stays because a link may lead to it, and which ends where "
                    + "the widget begins: give the id to another element.";
                messages.Add(file, page, new PageProblem(tag.Start, message, IsError: false), encoding);
            }
        }

        return selected;
    }

    private async Task<(string Widget, HtmlFragment Fragment)> RenderAsync(
        SiteFile file, ReadOnlyMemory<byte> page, WidgetTag tag, Encoding encoding, CancellationToken cancellationToken)
    {
        var attributes = WidgetAttributes.Read(page.Span, tag, encoding);
        var fragment = await widgets.RenderAsync(file, attributes, cancellationToken);
        return (attributes.Widget, fragment);
    }

    /// <returns>The replacement of the tag; null if it has errors.</returns>
    private ReadOnlyMemory<byte>? Replace(
        SiteFile file, ReadOnlyMemory<byte> page, WidgetTag tag, Task<(string Widget, HtmlFragment Fragment)> rendering, Encoding encoding)
    {
        try
        {
            var (widget, fragment) = rendering.GetAwaiter().GetResult();
            var content = page[tag.Content];
            var showsContent = fragment.IsEmpty && !TagContent.IsBlank(content.Span);
            if (fragment.Error is { } error)
            {
                if (error is not ApiException) throw error;
                var shown = fragment.Origin == FragmentOrigin.Stale
                    ? "shows the last good data"
                    : fragment.Origin == FragmentOrigin.Fresh ? "lacks a part of its data"
                    : showsContent ? "has no data, and shows its content" : "has no data, and shows a notice";
                report.AddWithoutFreshData(file.Name, $"<{widget}> {shown}. {widgets.Explain(fragment, error)}");
            }

            var bytes = showsContent ? content
                : encoding.Equals(PageEncoding.Utf8) ? fragment.Utf8 : encoding.GetBytes(fragment.ToString());
            if (tag.IsInLink && TagContent.HasLink(bytes.Span))
            {
                var message = $"<{tag.Name}> stands in a link (<a>) and has links of its own: end the link before the tag, in Markdown "
                    + "take the tag out of [ … ]( … ).";
                messages.Add(file, page.Span, new PageProblem(tag.Start, message, IsError: false), encoding);
            }

            return bytes;
        }
        catch (SessionsWidgetsException e)
        {
            var position = e is ParameterException wrong ? WidgetAttributes.PositionOf(page.Span, tag, wrong.ParameterName) : tag.Start;
            messages.Add(file, page.Span, new PageProblem(position, e.Message, IsError: true), encoding);
            return null;
        }
    }
}
