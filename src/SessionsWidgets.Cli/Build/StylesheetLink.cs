using System.Net;
using System.Text;
using SessionsWidgets.Cli.Build.Html;

namespace SessionsWidgets.Cli.Build;

/// <summary>Finds the link of a page to the stylesheet. Those in templates, such as of isolated widgets, are not the page's.</summary>
internal static class StylesheetLink
{
    /// <param name="page">The content of the page.</param>
    /// <param name="name">The name of the page below the site.</param>
    /// <param name="stylesheet">The name of the stylesheet below the site.</param>
    public static bool IsIn(ReadOnlySpan<byte> page, string name, string stylesheet)
    {
        var hasBase = false;
        var templates = 0;
        for (var scanner = new TagScanner(page); scanner.MoveNext();)
        {
            var tag = scanner.Current;
            if (tag.Name == TagName.Template) templates = Math.Max(0, templates + (tag.IsEndTag ? -1 : 1));
            if (tag.IsEndTag || templates > 0) continue;
            if (tag.Name == TagName.Base) hasBase = true;
            if (tag.Name == TagName.Link && Target(page, tag) is { } target && LeadsTo(target, hasBase ? null : name, stylesheet))
                return true;
        }

        return false;
    }

    /// <summary>Gets the URL of a link element; null if it is not a stylesheet.</summary>
    private static string? Target(ReadOnlySpan<byte> page, TagToken link)
    {
        string? target = null;
        var isStylesheet = false;
        var attributes = new AttributeReader(page, link.Start + "<link".Length);
        while (attributes.MoveNext())
        {
            var value = WebUtility.HtmlDecode(Encoding.UTF8.GetString(page[attributes.Value])).Trim();
            if (Ascii.EqualsIgnoreCase(page[attributes.Name], "href"u8)) target ??= value;
            else if (Ascii.EqualsIgnoreCase(page[attributes.Name], "rel"u8))
                isStylesheet |= value.Contains("stylesheet", StringComparison.OrdinalIgnoreCase);
        }

        return isStylesheet ? target : null;
    }

    /// <summary>Whether a URL is that of the stylesheet. The site's own URL is unknown, so an absolute one need only end like it.</summary>
    private static bool LeadsTo(string address, string? page, string stylesheet)
    {
        var end = address.AsSpan().IndexOfAny('?', '#');
        var path = end < 0 ? address : address[..end];
        if (page is null || path.StartsWith('/') || path.Contains("://", StringComparison.Ordinal))
            return path == stylesheet || path.EndsWith($"/{stylesheet}", StringComparison.Ordinal);
        var here = new Uri($"http://site/{Uri.EscapeDataString(page).Replace("%2F", "/", StringComparison.Ordinal)}");
        return Uri.TryCreate(here, path, out var resolved) && Uri.UnescapeDataString(resolved.AbsolutePath) == $"/{stylesheet}";
    }
}
