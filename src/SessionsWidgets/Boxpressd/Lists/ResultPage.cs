namespace SessionsWidgets;

/// <summary>The base of the results of queries for lists of the API. Immutable.</summary>
public abstract record ResultPage
{
    private protected ResultPage()
    {
    }

    /// <summary>The number of items left out because a required part was missing or invalid.</summary>
    public int Dropped { get; init; }

    /// <summary>Whether items may be missing: upstream repeated pages or had too many.</summary>
    public bool IsPartial { get; init; }

    /// <summary>When the data was fetched.</summary>
    public DateTimeOffset FetchedAt { get; init; }

    /// <summary>Whether the data is older than <see cref="CachePolicy.FreshFor"/>.</summary>
    public bool IsStale { get; init; }

    /// <summary>When the same data gives another page by the time alone. Default: never.</summary>
    internal DateTimeOffset ValidUntil { get; init; } = DateTimeOffset.MaxValue;
}
