namespace SessionsWidgets;

/// <summary>A lookup: a value, fresh or stale, or the reason why there is none.</summary>
internal readonly record struct CacheResult<T>(
    T? Value, DateTimeOffset FetchedAt, DateTimeOffset FreshUntil, bool IsStale, ApiException? Failure)
    where T : class;

/// <summary>A value from upstream and its approximate size in memory.</summary>
internal readonly record struct FetchResult<T>(T Value, long Bytes)
    where T : class
{
    public CacheValidators? Validators { get; init; }

    /// <summary>When the value no longer matches the query: "since 7 days ago" means another day tomorrow. Null for never.</summary>
    public DateTimeOffset? ValidUntil { get; init; }

    /// <summary>Whether upstream confirmed the last value (304).</summary>
    public bool IsUnchanged { get; init; }

    /// <summary>The number of requests that <see cref="ICacheSource{TKey, T}.Charge"/> did not foresee.</summary>
    public int RequestsNotCharged { get; init; }

    public IReadOnlyList<PayloadWarning>? Warnings { get; init; }

    /// <summary>The validated response bodies, page by page, for the distributed cache.</summary>
    public IReadOnlyList<byte[]>? Bodies { get; init; }
}
