using SessionsWidgets.Cli.Build.Html;
using SessionsWidgets.Cli.Build.Scan;

namespace SessionsWidgets.Cli.Build;

/// <summary>Finds out why a site has no tag of a widget, or not all that it should have. Thread-safe.</summary>
internal sealed class MissingTags(TagText tags)
{
    private const string NoTag = "no page has the tag of a widget";

    private readonly Lock _lock = new();
    private readonly List<string> _omitted = [];
    private readonly List<string> _escaped = [];
    private volatile bool _isFound;

    /// <summary>Looks at a page.</summary>
    public void See(string file, ReadOnlySpan<byte> page, PageTags found)
    {
        if (HasOmission(page)) Add(_omitted, file);
        if (_isFound) return;
        if (found.Tags.Count > 0 || found.Problems.Count > 0) SeeTag();
        else if (tags.IsShownIn(page)) Add(_escaped, file);
    }

    /// <summary>Notes that a page has a tag.</summary>
    public void SeeTag() => _isFound = true;

    /// <summary>Whether a page says why tags are missing, if they are.</summary>
    public bool IsToldBy(ReadOnlySpan<byte> page, PageTags found) =>
        HasOmission(page) || (found.Tags.Count == 0 && tags.IsShownIn(page));

    public void Report(BuildReport report)
    {
        var omitted = _isFound
            ? "Hugo left HTML out of these pages, perhaps the tags of widgets, as it does"
            : $"{NoTag}: Hugo leaves out HTML";
        foreach (var file in _omitted)
            report.AddShared(file, $"{omitted} in Markdown, unless hugo.toml sets markup.goldmark.renderer.unsafe = true.");
        if (_isFound || _omitted.Count > 0) return;
        foreach (var file in _escaped)
            report.AddShared(
                file,
                $"{NoTag}, but pages show one as text (&lt;): the generator escaped it. Allow HTML in its Markdown, or let the template "
                + "write the tag unescaped; a tag indented by four spaces, or between backticks, is code.");
        if (_escaped.Count > 0) return;
        report.AddForSite($"{NoTag}. Write one where a widget is to be: <recent-smokes limit=\"6\"></recent-smokes>.");
    }

    /// <summary>Whether a page has what Hugo writes in place of HTML in Markdown.</summary>
    private static bool HasOmission(ReadOnlySpan<byte> page) => page.IndexOf("<!-- raw HTML omitted -->"u8) >= 0;

    private void Add(List<string> files, string file)
    {
        lock (_lock) files.Add(file);
    }
}
