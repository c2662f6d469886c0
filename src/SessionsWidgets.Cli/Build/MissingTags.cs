using SessionsWidgets.Cli.Build.Html;

namespace SessionsWidgets.Cli.Build;

/// <summary>Finds out why a site has no tag of a widget. Thread-safe.</summary>
internal sealed class MissingTags
{
    private const string NoTag = "no page has the tag of a widget";

    private readonly Lock _lock = new();
    private readonly List<string> _omitted = [];
    private readonly List<string> _escaped = [];
    private volatile bool _isFound;

    /// <summary>Looks at a page, as long as none had a tag.</summary>
    public void See(string file, ReadOnlySpan<byte> page, PageTags found, WidgetTagNames names)
    {
        if (_isFound) return;
        if (found.Tags.Count > 0 || found.Problems.Count > 0) _isFound = true;
        // Hugo writes it in place of HTML in Markdown.
        else if (page.IndexOf("<!-- raw HTML omitted -->"u8) >= 0) Add(_omitted, file);
        else if (names.AreEscapedIn(page)) Add(_escaped, file);
    }

    public void Report(BuildReport report)
    {
        if (_isFound) return;
        foreach (var file in _omitted)
            report.AddShared(
                file,
                $"{NoTag}: Hugo leaves out HTML in Markdown, unless hugo.toml sets markup.goldmark.renderer.unsafe = true.");
        if (_omitted.Count > 0) return;
        foreach (var file in _escaped)
            report.AddShared(
                file,
                $"{NoTag}, but pages show one as text (&lt;): the generator escaped it. Allow HTML in its Markdown, or let the template "
                + "write the tag unescaped; a tag indented by four spaces, or between backticks, is code.");
        if (_escaped.Count > 0) return;
        report.AddForSite($"{NoTag}. Write one where a widget is to be: <recent-smokes limit=\"6\"></recent-smokes>.");
    }

    private void Add(List<string> files, string file)
    {
        lock (_lock) files.Add(file);
    }
}
