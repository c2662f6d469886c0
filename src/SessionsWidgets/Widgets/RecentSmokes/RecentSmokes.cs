namespace SessionsWidgets;

/// <summary>The recent smokes of a business, newest first. Immutable.</summary>
public sealed record RecentSmokes : SmokeListWidget, IPagedWidget
{
    /// <summary>The maximum number of sessions, 1 to 1000; per page if there are pages. Default: 10.</summary>
    public int Limit { get; init; } = 10;

    /// <summary>The layout. Default: list.</summary>
    public WidgetLayout Layout { get; init; }

    /// <summary>Whether the names of cigars are shown. Default: true, except for the sessions of one cigar.</summary>
    public bool? ShowCigar { get; init; }

    /// <summary>The number of sessions for the summary and the pages, 1 to 1000. Default: 100.</summary>
    public int Sample { get; init; } = 100;

    /// <summary>Whether a line summarizes the ratings of the sample. Default: false.</summary>
    public bool Summary { get; init; }

    /// <summary>Whether the widget has links to its further pages, by its own query parameter of <see cref="RenderRequest.PageAddress"/>.
    /// Default: false.</summary>
    public bool More { get; init; }

    /// <summary>The page of the sample, 1 to 20. A number after the last page shows the last page. Default: 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>The link to other pages: an http(s) URL or a path; <c>{page}</c> is replaced by the number. Default: the links of
    /// <see cref="More"/>, otherwise none.</summary>
    public string? PageUrl { get; init; }

    /// <summary>Whether the widget queries a sample and shows a part of it.</summary>
    internal bool IsSampled => Summary || More || Page > 1 || PageUrl is not null;

    /// <summary>Creates the query. For a sample, it is the same for all pages, so that turning them makes no requests.</summary>
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

/// <summary>The layouts of sessions.</summary>
public enum WidgetLayout
{
    /// <summary>A list in a panel.</summary>
    List,

    /// <summary>A grid of cards.</summary>
    Grid,
}
