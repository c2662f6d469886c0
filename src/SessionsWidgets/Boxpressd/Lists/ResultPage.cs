namespace SessionsWidgets;

/// <summary>The base class of the results of queries for lists of the API. Immutable.</summary>
public abstract record ResultPage
{
    private protected ResultPage()
    {
    }

    /// <summary>The number of items that are left out because a required part was missing or invalid.</summary>
    public int Dropped { get; init; }

    /// <summary>Whether items may be missing, because upstream repeated pages or had too many.</summary>
    public bool IsPartial { get; init; }

    /// <summary>The time when upstream last sent or confirmed the data.</summary>
    public DateTimeOffset FetchedAt { get; init; }

    /// <summary>Whether the data is older than <see cref="CachePolicy.FreshFor"/>: it is being fetched again, or upstream failed.</summary>
    public bool IsStale { get; init; }

    /// <summary>The time from which the same data gives another page. Default: never.</summary>
    internal DateTimeOffset ValidUntil { get; init; } = DateTimeOffset.MaxValue;
}
