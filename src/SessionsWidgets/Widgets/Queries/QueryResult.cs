namespace SessionsWidgets;

/// <summary>The result of a <see cref="WidgetQuery"/>. Immutable.</summary>
public abstract record QueryResult
{
    private protected QueryResult()
    {
    }

    /// <summary>The time when the value was fetched; the default value if there is none.</summary>
    public DateTimeOffset FetchedAt { get; internal init; }

    /// <summary>The time when the value expires; the time of the rendering if there is no value.</summary>
    public DateTimeOffset FreshUntil { get; internal init; } = DateTimeOffset.MaxValue;

    /// <summary>Whether the value is a last good response that is stale.</summary>
    public bool IsStale { get; internal init; }

    /// <summary>The error of the last fetch; null if it succeeded or is pending.</summary>
    public ApiException? Failure { get; internal init; }

    /// <summary>The queried upstream, by its name in logs; null if none was queried.</summary>
    internal string? Upstream { get; init; }

    /// <summary>Whether an upstream was queried and gave no value.</summary>
    internal bool IsMissing => Upstream is not null && (IsUnknown || !HasValue);

    private protected abstract bool HasValue { get; }

    /// <summary>Whether upstream does not know the business; then the value is empty.</summary>
    internal bool IsUnknown { get; init; }

    /// <summary>The time when the same cached result gives another value.</summary>
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

    /// <summary>The value; null if there was none in time and no last good one.</summary>
    public T? Value { get; internal init; }

    private protected override bool HasValue => Value is not null;
}
