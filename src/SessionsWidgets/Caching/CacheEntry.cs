namespace SessionsWidgets;

/// <summary>What is known about one key: the last good value, and how the last attempts to renew it failed. Immutable.</summary>
internal sealed record CacheEntry(object? Value, long ValueBytes, DateTimeOffset FetchedAt)
{
    /// <summary>Roughly what an entry takes without its value: key, entry, and the memory cache's own.</summary>
    private const long Overhead = 800;

    /// <summary>When the value is no longer fresh.</summary>
    public required DateTimeOffset FreshUntil { get; init; }

    /// <summary>When the value stops to be shown at all.</summary>
    public required DateTimeOffset ValueEnds { get; init; }

    /// <summary>Whether the value may be kept; otherwise it is for those who wait for it alone, and fresh for no longer.</summary>
    public bool IsKept { get; init; } = true;

    public Validators? Validators { get; init; }

    /// <inheritdoc cref="Fetched{T}.AnswersUntil"/>
    public DateTimeOffset? AnswersUntil { get; init; }

    /// <summary>The removals, told by any server, that the value comes after.</summary>
    public InvalidationStamp Stamp { get; init; }

    /// <summary>What has been told of the value.</summary>
    public IReadOnlyList<PayloadWarning> Notes { get; init; } = [];

    /// <summary>Whether the last attempt took longer than a page waits for it.</summary>
    public bool IsSlow { get; init; }

    /// <summary>Why the last attempt failed; null after a success.</summary>
    public ApiException? Failure { get; init; }

    /// <summary>The failures since the last success; null when there were none.</summary>
    public FailureStreak? FailureStreak { get; init; }

    /// <summary>No new attempt before this time: the negative entry.</summary>
    public DateTimeOffset RetryAt { get; init; }

    public long Bytes => ValueBytes + Overhead;

    public bool HasValue(DateTimeOffset now) => Value is not null && now < ValueEnds;

    public bool IsFresh(DateTimeOffset now) => Value is not null && Failure is null && now < FreshUntil;

    /// <summary>The same without its value.</summary>
    public CacheEntry Forget() => this with { Value = null, ValueBytes = 0, Validators = null };
}
