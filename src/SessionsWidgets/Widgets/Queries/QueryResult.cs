namespace SessionsWidgets;

/// <summary>What a query of a widget brought, whatever its type. Immutable.</summary>
public abstract record QueryResult
{
    private protected QueryResult()
    {
    }

    /// <summary>When upstream gave the value. Default where there is none.</summary>
    public DateTimeOffset FetchedAt { get; internal init; }

    /// <summary>Until when the value is fresh; now where there is none, since it may come at any time.</summary>
    public DateTimeOffset FreshUntil { get; internal init; } = DateTimeOffset.MaxValue;

    /// <summary>Whether the value is a last good one past its freshness.</summary>
    public bool IsStale { get; internal init; }

    /// <summary>Why the last attempt to fetch failed. Null when it succeeded, or when the response is still on its way.</summary>
    public ApiException? Failure { get; internal init; }

    /// <summary>Whether the value stands for a business that upstream does not know: it is empty, and no data.</summary>
    internal bool IsUnknown { get; init; }
}

/// <summary>What a query of a widget brought: a value, fresh or stale, or why there is none. Immutable.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
public sealed record QueryResult<T> : QueryResult
    where T : class
{
    internal QueryResult()
    {
    }

    /// <summary>The value; null when there is no response within the page's budget and no last good one.</summary>
    public T? Value { get; internal init; }
}
