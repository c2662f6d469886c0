using System.Text;
using SessionsWidgets.Cli.Build.Html;

namespace SessionsWidgets.Cli.Build;

/// <summary>Reports what is wrong in files of the site. Thread-safe.</summary>
/// <param name="report">Receives it.</param>
/// <param name="stylesheet">The name of the stylesheet below the site.</param>
/// <param name="show">Shows the path of a file in messages.</param>
internal sealed class PageMessages(BuildReport report, string stylesheet, Func<string, string> show)
{
    public BuildReport Report => report;

    /// <summary>Gets what reports to another report.</summary>
    public PageMessages For(BuildReport other) => new(other, stylesheet, show);

    public void Add(SiteFile file, ReadOnlySpan<byte> page, PageProblem problem, Encoding encoding) =>
        report.Add(
            show(file.Path), PagePosition.Line(page, problem.Position), PagePosition.Column(page, problem.Position, encoding),
            problem.IsError, problem.Message);

    /// <summary>Reports an error of a file as a whole.</summary>
    public void AddError(SiteFile file, string message) => AddError(file, 0, 0, message);

    /// <summary>Reports an error of a file, with its place.</summary>
    public void AddError(SiteFile file, int line, int column, string message) =>
        report.Add(show(file.Path), line, column, isError: true, message);

    /// <summary>Warns of what the visitors of a page with widgets will miss.</summary>
    public void CheckBuilt(SiteFile file, ReadOnlySpan<byte> page, bool needsStylesheet)
    {
        if (needsStylesheet && !StylesheetLink.IsIn(page, file.Name, stylesheet)) WarnOfMissingLink(file);
        if (FrameworkMarks.Find(page) is { } framework)
            report.AddShared(
                file.Name,
                $"pages have widgets and are taken over by {framework} in the browser, which puts the empty tag back: the visitor sees no "
                + "widget. Load the widget by its address from there (docs/fragments.md).");
    }

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
