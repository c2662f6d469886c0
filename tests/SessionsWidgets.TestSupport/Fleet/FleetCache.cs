using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Caching.StackExchangeRedis;

namespace SessionsWidgets.TestSupport.Fleet;

/// <summary>A server's Redis cache. Entries live shorter, as the fleet's time runs faster. Counts calls that fail. Thread-safe.</summary>
/// <remarks>A lifetime is whole seconds of Redis: a lease of 3 s becomes 1 s, and so lives longer than it should.</remarks>
internal sealed class FleetCache(RedisCache redis, int timesFaster) : IDistributedCache, IDisposable
{
    private static readonly TimeSpan s_shortest = TimeSpan.FromSeconds(1);

    private int _failures;

    public int Failures => Volatile.Read(ref _failures);

    public Task<byte[]?> GetAsync(string key, CancellationToken token = default) => CountAsync(redis.GetAsync(key, token));

    public Task SetAsync(string key, byte[] value, DistributedCacheEntryOptions options, CancellationToken token = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        var length = options.AbsoluteExpirationRelativeToNow!.Value / timesFaster;
        var shortened = new DistributedCacheEntryOptions
        {
            AbsoluteExpirationRelativeToNow = length > s_shortest ? length : s_shortest,
        };
        return CountAsync(DoneAsync(redis.SetAsync(key, value, shortened, token)));
    }

    public Task RemoveAsync(string key, CancellationToken token = default) => CountAsync(DoneAsync(redis.RemoveAsync(key, token)));

    public void Dispose() => redis.Dispose();

    // The library only uses what is above.
    public byte[]? Get(string key) => throw new NotSupportedException();

    public void Set(string key, byte[] value, DistributedCacheEntryOptions options) => throw new NotSupportedException();

    public void Refresh(string key) => throw new NotSupportedException();

    public Task RefreshAsync(string key, CancellationToken token = default) => throw new NotSupportedException();

    public void Remove(string key) => throw new NotSupportedException();

    private static async Task<bool> DoneAsync(Task call)
    {
        await call;
        return true;
    }

    private async Task<T> CountAsync<T>(Task<T> call)
    {
        try
        {
            return await call;
        }
        catch
        {
            Interlocked.Increment(ref _failures);
            throw;
        }
    }
}
