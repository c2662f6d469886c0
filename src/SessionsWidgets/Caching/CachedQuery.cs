namespace SessionsWidgets;

/// <summary>A query and the cache that serves it. Immutable.</summary>
internal readonly record struct CachedQuery<TKey, T>(UpstreamCache Cache, ICacheSource<TKey, T> Source, TKey Key)
    where TKey : class
    where T : class
{
    /// <summary>Whether results may be stored; those of a query that identifies a guest may not.</summary>
    public bool IsStored => Source.EntryKeyOf(Key) is not HashedKey;

    /// <inheritdoc cref="UpstreamCache.GetAsync"/>
    public ValueTask<CacheResult<T>> GetAsync(TimeSpan maxWait, bool requireFresh, CancellationToken cancellationToken) =>
        Cache.GetAsync(Key, Source, maxWait, requireFresh, cancellationToken);

    /// <inheritdoc cref="UpstreamCache.RefreshAsync{TKey, T}(TKey, ICacheSource{TKey, T}, CancellationToken)"/>
    public Task<CacheResult<T>> RefreshAsync(CancellationToken cancellationToken) => Cache.RefreshAsync(Key, Source, cancellationToken);

    /// <inheritdoc cref="UpstreamCache.PeekAsync"/>
    public ValueTask<T?> PeekAsync() => Cache.PeekAsync(Key, Source);

    /// <summary>Removes the result, on other servers too.</summary>
    public Task RemoveAsync() => Cache.RemoveAsync<TKey>(Key.Equals, Source.KeyHashOf(Key), Source.IsPrivate);
}
