using Microsoft.Extensions.Caching.Distributed;

namespace SessionsWidgets.HostTests.Clocks;

/// <summary>A distributed cache that never answers, whatever is canceled.</summary>
internal sealed class HangingCache : EmptyCache
{
    public override Task<byte[]?> GetAsync(string key, CancellationToken token = default) => new TaskCompletionSource<byte[]?>().Task;
}

/// <summary>A distributed cache in which another server holds the lease of every query.</summary>
internal sealed class LeasedCache : EmptyCache
{
    public override Task<byte[]?> GetAsync(string key, CancellationToken token = default) =>
        Task.FromResult<byte[]?>(key.EndsWith(":lease", StringComparison.Ordinal) ? "another"u8.ToArray() : null);
}

/// <summary>A distributed cache that keeps nothing.</summary>
internal abstract class EmptyCache : IDistributedCache
{
    public abstract Task<byte[]?> GetAsync(string key, CancellationToken token = default);

    public byte[]? Get(string key) => throw new NotSupportedException();

    public void Set(string key, byte[] value, DistributedCacheEntryOptions options) => throw new NotSupportedException();

    public Task SetAsync(string key, byte[] value, DistributedCacheEntryOptions options, CancellationToken token = default) =>
        Task.CompletedTask;

    public void Refresh(string key) => throw new NotSupportedException();

    public Task RefreshAsync(string key, CancellationToken token = default) => Task.CompletedTask;

    public void Remove(string key) => throw new NotSupportedException();

    public Task RemoveAsync(string key, CancellationToken token = default) => Task.CompletedTask;
}
