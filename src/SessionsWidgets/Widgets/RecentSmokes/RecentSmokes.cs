namespace SessionsWidgets;

/// <summary>The recent smokes of a business, the newest first.</summary>
public sealed record RecentSmokes : SmokeListWidget, IPagedWidget
{
    /// <summary>The maximum number of sessions, 1 to 1000. Default: 10.</summary>
    public int Limit { get; init; } = 10;

    /// <summary>List or grid. Default: list.</summary>
    public WidgetLayout Layout { get; init; }

    /// <summary>Whether the names of cigars are shown. Default: true, except for the sessions of one cigar.</summary>
    public bool? ShowCigar { get; init; }

    /// <summary>The number of sessions that the summary and the pages are made of, 1 to 1000. Default: 100.</summary>
    public int Sample { get; init; } = 100;

    /// <summary>Whether a line sums up the ratings of the sample. Default: false.</summary>
    public bool Summary { get; init; }

    /// <summary>
    /// Whether the widget turns its pages by a query parameter of its own, of <see cref="RenderRequest.PageAddress"/>. Default: false.
    /// </summary>
    public bool More { get; init; }

    /// <summary>The page of the sample, 1 to 20; one after the last is the last. Default: 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>The URL of other pages; <c>{page}</c> is replaced by the number. Default: no links, but by <see cref="More"/>.</summary>
    public string? PageUrl { get; init; }

    /// <summary>Whether there is a sample, of which the widget shows a part.</summary>
    internal bool IsSampled => Summary || More || Page > 1 || PageUrl is not null;

    /// <summary>The query: of a sample, the same for all its pages, so that turning them makes no requests.</summary>
    /// <exception cref="ParameterException">The sample would be too large.</exception>
    internal SessionQuery Sessions()
    {
        if (!IsSampled) return Query(Limit);
        var first = (long)Offset + Limit;
        if (first > SessionQuery.MaxLimit)
            throw new ParameterException(
                "offset", $"{Offset}", $"with 'summary', 'more' or 'page', it may be {SessionQuery.MaxLimit - Limit} at most: 'offset' and "
                + $"'limit' are a part of the sample, which has {SessionQuery.MaxLimit} sessions at most.");
        return Query(Math.Max(Sample, (int)first)) with { Offset = null };
    }

    Widget IPagedWidget.Turn(int page, string pageUrl, string id) => this with { Page = page, PageUrl = pageUrl, Id = id };
}

/// <summary>The layout of sessions.</summary>
public enum WidgetLayout
{
    /// <summary>A list in a panel.</summary>
    List,

    /// <summary>A grid of cards.</summary>
    Grid,
}
