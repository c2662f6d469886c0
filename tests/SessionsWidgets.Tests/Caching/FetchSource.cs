namespace SessionsWidgets.Tests.Caching;

/// <summary>A source that only fetches.</summary>
internal sealed class FetchSource<TKey, T>(Func<TKey, CancellationToken, Task<FetchResult<T>>> fetch) : ICacheSource<TKey, T>
    where TKey : class
    where T : class
{
    public string Source => "upstream";

    public string KeyHashOf(TKey key) => CacheKeyHash.Of(key.ToString());

    public Uri AddressOf(TKey key) => new("https://api.example.com/sessions");

    public Task<FetchResult<T>> FetchAsync(TKey key, FetchResult<T>? last, CancellationToken cancellationToken) =>
        fetch(key, cancellationToken);
}

internal static class UpstreamCacheExtensions
{
    public static ValueTask<CacheResult<T>> GetAsync<TKey, T>(
        this UpstreamCache cache, TKey key, Func<TKey, CancellationToken, Task<FetchResult<T>>> fetch, TimeSpan maxWait,
        CancellationToken cancellationToken)
        where TKey : class
        where T : class => cache.GetAsync(key, new FetchSource<TKey, T>(fetch), maxWait, false, cancellationToken);
}
