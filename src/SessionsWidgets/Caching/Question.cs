namespace SessionsWidgets;

/// <summary>What a widget can ask of a cache: to find an answer, to fetch it anew, to forget it. Immutable.</summary>
internal readonly record struct Question<TKey, T>(SessionCache Cache, ICacheSource<TKey, T> Source, TKey Key)
    where TKey : class
    where T : class
{
    /// <inheritdoc cref="SessionCache.GetAsync"/>
    public ValueTask<CacheAnswer<T>> FindAsync(TimeSpan patience, bool insist, CancellationToken cancellationToken) =>
        Cache.GetAsync(Key, Source, patience, insist, cancellationToken);

    /// <summary>Fetches what may still be fresh, unless upstream is being left alone.</summary>
    public Task<CacheAnswer<T>> RefreshAsync(CancellationToken cancellationToken) => Cache.RefreshAsync(Key, Source, cancellationToken);

    /// <inheritdoc cref="SessionCache.PeekAsync"/>
    public ValueTask<T?> PeekAsync() => Cache.PeekAsync(Key, Source);

    /// <summary>Forgets the answer, and tells other servers to.</summary>
    public Task RemoveAsync() => Cache.RemoveAsync(Source, Key.Equals, Source.NameOf(Key));
}
