namespace SessionsWidgets;

/// <summary>The cigars of recent sessions as cards, the most smoked first. Immutable.</summary>
public sealed record CigarCards : SmokesWidget, IPagedWidget
{
    /// <summary>The maximum number of cards, 1 to 100; per page if there are pages. Default: 4.</summary>
    public int Limit { get; init; } = 4;

    /// <summary>The number of sessions to count, 1 to 1000. The widget shows the number of counted sessions. Default: 100.</summary>
    public int Sample { get; init; } = 100;

    /// <summary>Whether a line summarizes the ratings of the sample. Default: false.</summary>
    public bool Summary { get; init; }

    /// <inheritdoc cref="RecentSmokes.More"/>
    public bool More { get; init; }

    /// <summary>The page of the cigars, 1 to 20. A number after the last page shows the last page. Default: 1.</summary>
    public int Page { get; init; } = 1;

    /// <inheritdoc cref="RecentSmokes.PageUrl"/>
    public string? PageUrl { get; init; }

    Widget IPagedWidget.Turn(int page, string pageUrl, string id) => this with { Page = page, PageUrl = pageUrl, Id = id };
}
