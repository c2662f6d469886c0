namespace SessionsWidgets;

/// <summary>What a widget can ask of a cache: to find an answer, to fetch it anew, to forget it. Immutable.</summary>
internal readonly record struct CachedQuery<TKey, T>(UpstreamCache Cache, ICacheSource<TKey, T> Source, TKey Key)
    where TKey : class
    where T : class
{
    /// <inheritdoc cref="UpstreamCache.GetAsync"/>
    public ValueTask<CacheResult<T>> GetAsync(TimeSpan maxWait, bool requireFresh, CancellationToken cancellationToken) =>
        Cache.GetAsync(Key, Source, maxWait, requireFresh, cancellationToken);

    /// <summary>Fetches what may still be fresh, unless upstream is being left alone.</summary>
    public Task<CacheResult<T>> RefreshAsync(CancellationToken cancellationToken) => Cache.RefreshAsync(Key, Source, cancellationToken);

    /// <inheritdoc cref="UpstreamCache.PeekAsync"/>
    public ValueTask<T?> PeekAsync() => Cache.PeekAsync(Key, Source);

    /// <summary>Forgets the answer, and tells other servers to.</summary>
    public Task RemoveAsync() => Cache.RemoveAsync(Source, Key.Equals, Source.NameOf(Key));
}
