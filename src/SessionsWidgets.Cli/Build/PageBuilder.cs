using System.Text;
using SessionsWidgets.Cli.Build.Html;
using SessionsWidgets.Cli.Build.Scan;

namespace SessionsWidgets.Cli.Build;

/// <summary>Builds pages: replaces the tags of widgets by fragments. Thread-safe.</summary>
internal sealed class PageBuilder(SiteWidgetRenderer widgets, BuildReport report, string stylesheet, Func<string, string> show)
{
    private static readonly string[] Widgets = [.. WidgetCatalog.BuiltIn.Definitions.Select(t => t.Name)];
    private static readonly WidgetTagNames Names = new(Widgets);

    /// <summary>Finds the tags of the same widgets in files that are no pages.</summary>
    public static TagText TagText { get; } = new([.. Widgets, WidgetTagNames.AnyWidget]);

    /// <summary>Gets a path as messages show it.</summary>
    public string Show(string path) => show(path);

    /// <summary>Reports an error of a page.</summary>
    public void Report(SiteFile file, ReadOnlySpan<byte> page, int position, string message) =>
        Report(file, page, new PageProblem(position, message, IsError: true), PageEncoding.Detect(page));

    /// <summary>Builds a page, with the buffer as room for the result. Waits for the data of its widgets.</summary>
    /// <returns>The built page, possibly the page itself; null if it has errors.</returns>
    public ReadOnlyMemory<byte>? Build(SiteFile file, ReadOnlyMemory<byte> page, PageContent built, CancellationToken cancellationToken)
    {
        if (PageEncoding.IsUtf16(page.Span))
        {
            report.AddPage(0);
            report.Add(show(file.Path), 0, 0, isError: true, "the page is in UTF-16, which is not supported: save it as UTF-8.");
            return null;
        }

        var found = Html.PageReader.Read(page.Span, Names);
        report.AddPage(found.Tags.Count);
        return found == PageTags.None ? page : Build(file, page, found, built, cancellationToken);
    }

    private ReadOnlyMemory<byte>? Build(
        SiteFile file, ReadOnlyMemory<byte> page, PageTags found, PageContent built, CancellationToken cancellationToken)
    {
        var encoding = PageEncoding.Detect(page.Span);
        var isBroken = false;
        foreach (var problem in found.Problems)
        {
            Report(file, page.Span, problem, encoding);
            isBroken |= problem.IsError;
        }

        if (found.Tags.Count > 0) widgets.SetUp();
        // In parallel, so that a slow upstream delays the page once.
        var renderings = found.Tags.Select(tag => RenderAsync(file, page, tag, encoding, cancellationToken)).ToList();
        built.Clear();
        var end = 0;
        foreach (var (tag, rendering) in found.Tags.Zip(renderings))
        {
            var replacement = Replace(file, page, tag, rendering, encoding);
            isBroken |= replacement is null;
            built.Append(page.Span[end..tag.Start]);
            built.Append(replacement.GetValueOrDefault().Span);
            end = tag.End;
        }

        built.Append(page.Span[end..]);
        if (isBroken) return null;
        if (found.Tags.Count > 0 && !StylesheetLink.IsIn(page.Span, file.Name, stylesheet)) WarnOfMissingLink(file);
        return built.Written;
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
            var showsContent = fragment.IsEmpty && !IsBlank(content.Span);
            if (fragment.Error is { } error)
            {
                if (error is not ApiException) throw error;
                var shown = fragment.Origin == FragmentOrigin.Stale
                    ? "shows the last good data"
                    : fragment.Origin == FragmentOrigin.Fresh ? "lacks a part of its data"
                    : showsContent ? "has no data, and shows its content" : "has no data, and shows a notice";
                report.AddWithoutFreshData(file.Name, $"<{widget}> {shown}. {widgets.Explain(fragment, error)}");
            }

            return showsContent ? content : encoding.Equals(PageEncoding.Utf8) ? fragment.Utf8 : encoding.GetBytes(fragment.ToString());
        }
        catch (SessionsWidgetsException e)
        {
            var position = e is ParameterException wrong ? WidgetAttributes.PositionOf(page.Span, tag, wrong.ParameterName) : tag.Start;
            Report(file, page.Span, new PageProblem(position, e.Message, IsError: true), encoding);
            return null;
        }
    }

    private static bool IsBlank(ReadOnlySpan<byte> content) => content.IndexOfAnyExcept(" \t\r\n\f"u8) < 0;

    private void Report(SiteFile file, ReadOnlySpan<byte> page, PageProblem problem, Encoding encoding) =>
        report.Add(
            show(file.Path), PagePosition.Line(page, problem.Position), PagePosition.Column(page, problem.Position, encoding),
            problem.IsError, problem.Message);

    private void WarnOfMissingLink(SiteFile file)
    {
        var depth = file.Name.Count(c => c == '/');
        var where = depth == 0 ? "the site's top folder" : depth == 1 ? "folders one below the top" : $"folders {depth} below the top";
        report.AddShared(
            file.Name,
            $"pages have widgets and do not link their stylesheet. In {where}, add <link rel=\"stylesheet\" "
            + $"href=\"{PageLink.To(stylesheet, file.Name)}\"> to <head>.");
    }
}
