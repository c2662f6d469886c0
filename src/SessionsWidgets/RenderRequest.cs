namespace SessionsWidgets;

/// <summary>What a surface knows of the request that a widget is rendered for. Immutable.</summary>
public sealed record RenderRequest
{
    /// <summary>How long to wait at most when there is nothing to show yet. Default: the <see cref="CachePolicy.PageBudget"/>. <see cref="Timeout.InfiniteTimeSpan"/>: as long as the fetch takes.</summary>
    public TimeSpan? Patience { get; init; }

    /// <summary>The visitor's language, as a BCP 47 tag; where there are no texts in it, the business's counts. Default: the business's.</summary>
    public string? Language { get; init; }

    /// <summary>How dates are written where the widget does not say. Default: relative.</summary>
    public DateStyle Dates { get; init; }

    internal static RenderRequest Default { get; } = new();
}
