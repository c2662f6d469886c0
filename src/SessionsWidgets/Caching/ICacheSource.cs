namespace SessionsWidgets;

/// <summary>Where the cache gets what it does not have. Thread-safe.</summary>
internal interface ICacheSource<TKey, T>
    where TKey : class
    where T : class
{
    /// <summary>The upstream's name, for logs.</summary>
    string Source { get; }

    /// <summary>Whether its answers are of persons: then they leave the memory for nowhere, and a refused key ends their use at
    /// once.</summary>
    bool IsPrivate => false;

    /// <summary>The key as a hash, for logs and the second level.</summary>
    string NameOf(TKey key);

    /// <summary>
    /// Under which key the memory knows of the answer: the key itself, or an <see cref="HashedKey"/>, with which an answer is kept
    /// nowhere, and only that it could not be had. That is for private sources.
    /// </summary>
    object EntryKeyOf(TKey key) => key;

    /// <summary>Where the answer comes from, as it may be shown in errors.</summary>
    Uri AddressOf(TKey key);

    /// <summary>The business that the answer is of, as a hash: what is removed of a business is told to other servers under this
    /// name.</summary>
    string BusinessOf(TKey key) => "";

    /// <summary>Gets the answer from upstream.</summary>
    /// <param name="key">What makes the answer what it is.</param>
    /// <param name="last">The last good answer; its validators may spare the transfer.</param>
    /// <param name="cancellationToken">Ends the fetch.</param>
    /// <exception cref="ApiException">There is none. Any other exception means the same to the cache.</exception>
    Task<Fetched<T>> FetchAsync(TKey key, Fetched<T>? last, CancellationToken cancellationToken);

    /// <summary>Reads what was kept outside the process as if it had come now; null when it is of no use.</summary>
    Fetched<T>? Restore(TKey key, PersistedResponse kept) => null;

    /// <summary>Takes what a fetch for a page costs from what pages may ask for; says so when that is used up.</summary>
    ApiException? Charge(TKey key) => null;
}
