namespace SessionsWidgets;

/// <summary>The result of a <see cref="WidgetQuery"/>. Immutable.</summary>
public abstract record QueryResult
{
    private protected QueryResult()
    {
    }

    /// <summary>When the value was fetched; default if there is none.</summary>
    public DateTimeOffset FetchedAt { get; internal init; }

    /// <summary>When the value expires; the current time if there is none.</summary>
    public DateTimeOffset FreshUntil { get; internal init; } = DateTimeOffset.MaxValue;

    /// <summary>Whether the value is a last good one that is stale.</summary>
    public bool IsStale { get; internal init; }

    /// <summary>Why the last fetch failed. Null if it succeeded or is pending.</summary>
    public ApiException? Failure { get; internal init; }

    /// <summary>The upstream that was asked, by its name in logs; null if none was.</summary>
    internal string? Upstream { get; init; }

    /// <summary>Whether upstream was asked and gave no value.</summary>
    internal bool IsMissing => Upstream is not null && (IsUnknown || !HasValue);

    private protected abstract bool HasValue { get; }

    /// <summary>Whether upstream does not know the business; the value is empty then.</summary>
    internal bool IsUnknown { get; init; }

    /// <summary>When the same cached result gives another value by the time alone.</summary>
    internal DateTimeOffset ValidUntil { get; init; } = DateTimeOffset.MaxValue;

    /// <summary>The cached result that the value is read from.</summary>
    internal ResultStamp Stamp { get; init; }
}

/// <summary>The result of a <see cref="WidgetQuery{T}"/>. Immutable.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
public sealed record QueryResult<T> : QueryResult
    where T : class
{
    internal QueryResult()
    {
    }

    /// <summary>The value; null if there was none within the wait limit and no last good one.</summary>
    public T? Value { get; internal init; }

    private protected override bool HasValue => Value is not null;
}
