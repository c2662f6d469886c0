namespace SessionsWidgets;

/// <summary>What is known about one key: the last good value, and how the last attempts to renew it failed. Immutable.</summary>
internal sealed record CacheEntry(object? Value, long ValueBytes, DateTimeOffset FetchedAt)
{
    /// <summary>Roughly what an entry takes without its value.</summary>
    private const long Overhead = 400;

    /// <summary>The last failure; null after a success.</summary>
    public ApiException? Failure { get; init; }

    /// <summary>How many attempts have failed since the last success.</summary>
    public int Failures { get; init; }

    /// <summary>No new attempt before this time: the negative entry.</summary>
    public DateTimeOffset RetryAt { get; init; }

    public long Bytes => ValueBytes + Overhead;
}
