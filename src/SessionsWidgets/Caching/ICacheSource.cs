namespace SessionsWidgets;

/// <summary>Fetches values that are not cached. Thread-safe.</summary>
internal interface ICacheSource<TKey, T>
    where TKey : class
    where T : class
{
    /// <summary>The name of the upstream, for logs.</summary>
    string Source { get; }

    /// <summary>Whether results hold personal data: never in the distributed cache, and expired at once by a rejected key.</summary>
    bool IsPrivate => false;

    /// <summary>The back-off after a failure without a fixed one; null for the exponential back-off.</summary>
    TimeSpan? Backoff => null;

    /// <summary>The key as a hash, for logs and the distributed cache.</summary>
    string KeyHashOf(TKey key);

    /// <summary>The key in memory; with a <see cref="HashedKey"/>, for private data, only failures are stored.</summary>
    object EntryKeyOf(TKey key) => key;

    /// <summary>The key of failures: queries with a <see cref="HashedKey"/> share it by account and kind.</summary>
    object FailureKeyOf(TKey key) => EntryKeyOf(key);

    /// <summary>The address as it may be shown in errors.</summary>
    Uri AddressOf(TKey key);

    /// <summary>The business as a hash: the name under which its removals are published.</summary>
    string BusinessOf(TKey key) => "";

    /// <summary>Fetches the value from upstream.</summary>
    /// <param name="key">The query.</param>
    /// <param name="last">The last good value; its validators may save the transfer.</param>
    /// <param name="cancellationToken">Cancels the fetch.</param>
    /// <exception cref="ApiException">The fetch failed. The cache treats any other exception the same.</exception>
    Task<FetchResult<T>> FetchAsync(TKey key, FetchResult<T>? last, CancellationToken cancellationToken);

    /// <summary>Reads a response from the distributed cache; null if it is unusable.</summary>
    FetchResult<T>? Restore(TKey key, PersistedResponse response) => null;

    /// <summary>Charges a page's fetch to the request budget; returns an error when it is used up.</summary>
    ApiException? Charge(TKey key) => null;

    /// <summary>Charges requests of a page's fetch that were not foreseen.</summary>
    void ChargeMore(TKey key, int requests)
    {
    }
}
