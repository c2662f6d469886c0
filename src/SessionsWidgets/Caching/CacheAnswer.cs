namespace SessionsWidgets;

/// <summary>What the cache has to say: a value (fresh or stale), or why there is none.</summary>
internal readonly record struct CacheAnswer<T>(T? Value, DateTimeOffset FetchedAt, DateTimeOffset FreshUntil, bool IsStale, ApiException? Failure)
    where T : class;

/// <summary>A value from upstream and roughly what it takes in memory.</summary>
internal readonly record struct Fetched<T>(T Value, long Bytes)
    where T : class;
