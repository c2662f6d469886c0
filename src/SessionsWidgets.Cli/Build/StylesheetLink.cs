using System.Net;
using System.Text;
using SessionsWidgets.Cli.Build.Html;

namespace SessionsWidgets.Cli.Build;

/// <summary>Tells whether a page links the stylesheet of the widgets.</summary>
internal static class StylesheetLink
{
    /// <param name="page">The page's bytes.</param>
    /// <param name="name">The page's name below the site.</param>
    /// <param name="stylesheet">The stylesheet's name below the site.</param>
    public static bool IsIn(ReadOnlySpan<byte> page, string name, string stylesheet)
    {
        var hasBase = false;
        for (var scanner = new TagScanner(page); scanner.MoveNext();)
        {
            var tag = scanner.Current;
            if (tag.IsEndTag) continue;
            if (tag.Name == TagName.Base) hasBase = true;
            if (tag.Name == TagName.Link && Target(page, tag) is { } target && LeadsTo(target, hasBase ? null : name, stylesheet))
                return true;
        }

        return false;
    }

    /// <summary>How a page links the stylesheet.</summary>
    public static string Address(string page, string stylesheet) =>
        string.Concat(Enumerable.Repeat("../", page.Count(c => c == '/'))) + stylesheet;

    /// <summary>The address that a link element of a stylesheet has.</summary>
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

    /// <summary>Whether an address leads to the stylesheet. Where the site will be is not known, so one from its root on need only end
    /// so.</summary>
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
