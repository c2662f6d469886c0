namespace SessionsWidgets;

/// <summary>Identifies a cached result: as long as it is the same, so is what is made of it. Immutable.</summary>
internal readonly record struct ResultStamp(object? Value, bool IsStale, ApiException? Failure)
{
    public static ResultStamp Of<T>(in CacheResult<T> result)
        where T : class => new(result.Value, result.IsStale, result.Failure);

    public bool IsSame(in ResultStamp other) =>
        ReferenceEquals(Value, other.Value) && IsStale == other.IsStale && ReferenceEquals(Failure, other.Failure);
}

/// <summary>A query and the result that it had. Immutable.</summary>
internal readonly record struct StampedQuery(BoundQuery Query, ResultStamp Stamp)
{
    /// <summary>Asks the cache, which refreshes what is due. False also if the answer takes time.</summary>
    public bool IsCurrent(TimeSpan maxWait, bool requireFresh, CancellationToken cancellationToken)
    {
        var current = Query.GetStampAsync(maxWait, requireFresh, cancellationToken);
        return current.IsCompletedSuccessfully && current.Result.IsSame(Stamp);
    }
}
