namespace SessionsWidgets;

/// <summary>The cigars of recent sessions as cards, the most smoked first.</summary>
public sealed record CigarCards : SmokesWidget, IPagedWidget
{
    /// <summary>The maximum number of cards, 1 to 100. Default: 4.</summary>
    public int Limit { get; init; } = 4;

    /// <summary>The number of sessions to count, 1 to 1000; the widget shows it. Default: 100.</summary>
    public int Sample { get; init; } = 100;

    /// <summary>Whether a line sums up the ratings of the sample. Default: false.</summary>
    public bool Summary { get; init; }

    /// <summary>
    /// Whether the widget turns its pages by a query parameter of its own, of <see cref="RenderRequest.PageAddress"/>. Default: false.
    /// </summary>
    public bool More { get; init; }

    /// <summary>The page of the cigars, 1 to 20; one after the last is the last. Default: 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>The URL of other pages; <c>{page}</c> is replaced by the number. Default: no links, but by <see cref="More"/>.</summary>
    public string? PageUrl { get; init; }

    Widget IPagedWidget.Turn(int page, string pageUrl, string id) => this with { Page = page, PageUrl = pageUrl, Id = id };
}
