namespace SessionsWidgets;

/// <summary>One cached query: the last good value, and how later attempts to refresh it failed. Immutable.</summary>
internal sealed record CacheEntry(object? Value, long ValueBytes, DateTimeOffset FetchedAt) : IStoredEntry
{
    /// <summary>The approximate size in bytes of an entry without its value.</summary>
    private const long Overhead = 800;

    public required DateTimeOffset FreshUntil { get; init; }

    /// <summary>When the value expires and is no longer served, not even as stale.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>Whether the value may be stored; otherwise only the callers that wait for it get it.</summary>
    public bool IsCacheable { get; init; } = true;

    public CacheValidators? Validators { get; init; }

    /// <inheritdoc cref="FetchResult{T}.ValidUntil"/>
    public DateTimeOffset? ValidUntil { get; init; }

    /// <summary>The invalidations that the value is newer than.</summary>
    public InvalidationStamp Stamp { get; init; }

    /// <summary>Warnings that have been logged for the value.</summary>
    public IReadOnlyList<PayloadWarning> Warnings { get; init; } = [];

    /// <summary>Whether the last attempt took longer than <see cref="CachePolicy.SoftTimeout"/>.</summary>
    public bool IsSlow { get; init; }

    /// <summary>The error of the last attempt; null after a success.</summary>
    public ApiException? Failure { get; init; }

    public FailureStreak? FailureStreak { get; init; }

    /// <summary>No attempt before this time (negative caching).</summary>
    public DateTimeOffset RetryAt { get; init; }

    public long Bytes => ValueBytes + Overhead;

    public bool HasValue(DateTimeOffset now) => Value is not null && now < ExpiresAt;

    public bool IsFresh(DateTimeOffset now) => Value is not null && Failure is null && now < FreshUntil;

    public CacheEntry WithoutValue() => this with { Value = null, ValueBytes = 0, Validators = null };
}
