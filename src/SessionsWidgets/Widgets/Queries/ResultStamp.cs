namespace SessionsWidgets;

/// <summary>Identifies a cached result: while the stamp is the same, so is everything that is derived from the result. Immutable.</summary>
internal readonly record struct ResultStamp(object? Value, bool IsStale, ApiException? Failure)
{
    public static ResultStamp Of<T>(in CacheResult<T> result)
        where T : class => new(result.Value, result.IsStale, result.Failure);
}

/// <summary>A query and the result that it had. Immutable.</summary>
internal readonly record struct StampedQuery(BoundQuery Query, ResultStamp Stamp);
