using System.Collections.Concurrent;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;

namespace SessionsWidgets.TestSupport;

/// <summary>A cache that several clients of a test share. Keeps everything that was ever put in, and can be away. Thread-safe.</summary>
/// <param name="cache">Where things are put; without one, in memory.</param>
public sealed class SharedStore(IDistributedCache? cache = null) : IDistributedCache
{
    private readonly IDistributedCache _cache = cache ?? new MemoryDistributedCache(Options.Create(new MemoryDistributedCacheOptions()));

    /// <summary>Everything that was ever stored, in order.</summary>
    public ConcurrentQueue<(string Key, byte[] Value)> Written { get; } = new();

    /// <summary>Whether it fails.</summary>
    public bool IsAway { get; set; }

    public byte[]? Get(string key) => Here().Get(key);

    public Task<byte[]?> GetAsync(string key, CancellationToken token = default) => Here().GetAsync(key, token);

    public void Set(string key, byte[] value, DistributedCacheEntryOptions options)
    {
        Here().Set(key, value, options);
        Written.Enqueue((key, value));
    }

    public async Task SetAsync(string key, byte[] value, DistributedCacheEntryOptions options, CancellationToken token = default)
    {
        await Here().SetAsync(key, value, options, token);
        Written.Enqueue((key, value));
    }

    public void Refresh(string key) => Here().Refresh(key);

    public Task RefreshAsync(string key, CancellationToken token = default) => Here().RefreshAsync(key, token);

    public void Remove(string key) => Here().Remove(key);

    public Task RemoveAsync(string key, CancellationToken token = default) => Here().RemoveAsync(key, token);

    private IDistributedCache Here() => IsAway ? throw new IOException("The store is away.") : _cache;
}
