using System.Collections.Concurrent;
using Microsoft.Extensions.Caching.Distributed;
using StackExchange.Redis;

namespace SessionsWidgets.TestSupport.Redis;

/// <summary>The few calls of <see cref="IDistributedCache"/> that the library makes, on a real Redis. For tests; hosts call AddStackExchangeRedisCache.</summary>
public sealed class RedisCache : IDistributedCache, IDisposable
{
    private readonly ConnectionMultiplexer _connection;
    private readonly IDatabase _database;

    public RedisCache(RedisServer server)
    {
        _connection = ConnectionMultiplexer.Connect($"127.0.0.1:{server.Port},abortConnect=false,syncTimeout=5000");
        _database = _connection.GetDatabase();
        // A busy machine may take a while to connect, and calls before that fail.
        _database.Ping();
    }

    /// <summary>Everything that was set, by key.</summary>
    public ConcurrentDictionary<string, byte[]> Written { get; } = new(StringComparer.Ordinal);

    /// <summary>Everything that the server holds now.</summary>
    public IReadOnlyList<(string Key, byte[] Value)> ReadAll() =>
        [.. _connection.GetServer(_connection.GetEndPoints()[0]).Keys().Select(key => ((string)key!, (byte[])_database.StringGet(key)!))];

    public byte[]? Get(string key) => _database.StringGet(key);

    public async Task<byte[]?> GetAsync(string key, CancellationToken token = default) => await _database.StringGetAsync(key);

    public void Set(string key, byte[] value, DistributedCacheEntryOptions options)
    {
        Written[key] = value;
        _database.StringSet(key, value, options.AbsoluteExpirationRelativeToNow);
    }

    public Task SetAsync(string key, byte[] value, DistributedCacheEntryOptions options, CancellationToken token = default)
    {
        Written[key] = value;
        return _database.StringSetAsync(key, value, options.AbsoluteExpirationRelativeToNow);
    }

    public void Refresh(string key)
    {
    }

    public Task RefreshAsync(string key, CancellationToken token = default) => Task.CompletedTask;

    public void Remove(string key) => _database.KeyDelete(key);

    public Task RemoveAsync(string key, CancellationToken token = default) => _database.KeyDeleteAsync(key);

    public void Dispose() => _connection.Dispose();
}
