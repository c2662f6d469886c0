namespace SessionsWidgets;

/// <summary>The page of a widget, and the links to those before and after it. Immutable.</summary>
internal sealed class PageLinks
{
    /// <param name="widget">The widget. A page after the last one is the last one.</param>
    /// <param name="limit">The number of items a page.</param>
    /// <param name="items">The number of all items.</param>
    public PageLinks(IPagedWidget widget, int limit, int items)
    {
        var last = Math.Clamp((items + limit - 1) / limit, 1, IPagedWidget.MaxPage);
        Page = Math.Min(widget.Page, last);
        Skipped = (Page - 1) * limit;
        if (widget.PageUrl is not { } url) return;
        PreviousUrl = Page > 1 ? Of(url, Page - 1) : null;
        NextUrl = Page < last ? Of(url, Page + 1) : null;
    }

    public int Page { get; }

    /// <summary>The number of items before the page.</summary>
    public int Skipped { get; }

    public string? PreviousUrl { get; }

    public string? NextUrl { get; }

    /// <summary>Gets the URL of a page. That of the first one is without the query parameter whose value is the number.</summary>
    private static string Of(string url, int page)
    {
        if (page == 1) url = WithoutNumber(url);
        return url.Replace(IPagedWidget.PageGap, page.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    private static string WithoutNumber(string url)
    {
        var hash = url.IndexOf('#', StringComparison.Ordinal);
        var (address, fragment) = hash < 0 ? (url, "") : (url[..hash], url[hash..]);
        var mark = address.IndexOf('?', StringComparison.Ordinal);
        if (mark < 0) return url;
        var others = address[(mark + 1)..].Split('&').Where(p => !p.EndsWith("=" + IPagedWidget.PageGap, StringComparison.Ordinal));
        var query = string.Join('&', others);
        return address[..mark] + (query.Length == 0 ? "" : "?") + query + fragment;
    }
}
