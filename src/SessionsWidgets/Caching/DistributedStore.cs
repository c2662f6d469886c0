using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Logging;

namespace SessionsWidgets;

/// <summary>The distributed cache: any <see cref="IDistributedCache"/> of the host. Stores validated response bodies with their time and
/// validators. A slow, broken or corrupt cache costs its benefit and nothing else.</summary>
/// <param name="store">The cache.</param>
/// <param name="isShared">
/// Whether other servers use it: then results are fresh for all of them, one server fetches at a time, and removals are published.
/// Otherwise its results are only served when upstream fails.
/// </param>
/// <param name="policy">How long results may be used, and how long a call may take.</param>
/// <param name="clocks">The clocks.</param>
/// <param name="logger">Logs failures and recoveries.</param>
/// <remarks>Thread-safe. Calls are limited by a timeout; after a failure it backs off.</remarks>
internal sealed class DistributedStore(IDistributedCache store, bool isShared, CachePolicy policy, Clocks clocks, ILogger logger)
{
    /// <summary>How long a server may take for a refresh before another one does it too.</summary>
    public static readonly TimeSpan LeaseLength = TimeSpan.FromSeconds(3);

    /// <summary>The largest difference between the clocks of two servers.</summary>
    public static readonly TimeSpan MaxClockSkew = TimeSpan.FromMinutes(5);

    /// <summary>How long calls wait for the first one to connect, all together.</summary>
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(1);

    private const string Prefix = "sessions-widgets:";
    private const string Everything = "everything";
    private const int MaxPendingRemovals = 1000;

    private readonly byte[] _self = RandomNumberGenerator.GetBytes(16);
    private readonly ConcurrentDictionary<string, byte[]> _pendingRemovals = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();
    private bool _isConnected;
    private long? _firstCall;
    private int _failures;
    private long _failedAt;
    private TimeSpan _backoff;

    public bool IsShared => isShared;

    private TimeSpan Lifetime => policy.FreshFor + policy.StaleIfError;

    /// <summary>The stored response and the current invalidations; null if the cache is unavailable.</summary>
    /// <param name="name">The hash of the query.</param>
    /// <param name="business">The hash of its business.</param>
    public async Task<StoredResponse?> GetAsync(string name, string business)
    {
        var (isDone, found) = await TryAsync(async token =>
        {
            if (!isShared) return [await store.GetAsync(Prefix + name, token)];
            await PublishPendingRemovalsAsync(token);
            string[] keys = [Prefix + name, MarkerOf(Everything), MarkerOf(business), MarkerOf(name)];
            return await Task.WhenAll(keys.Select(key => store.GetAsync(key, token)));
        });
        if (!isDone) return null;
        var bytes = found![0];
        var response = bytes is null ? null : PersistedResponse.Read(bytes);
        Count(bytes is null ? "miss" : response is null ? "broken" : "hit");
        if (!isShared) return new StoredResponse(response, default);
        return new StoredResponse(response, new InvalidationStamp(ReadMarker(found[1]), ReadMarker(found[2]), ReadMarker(found[3])));
    }

    public Task SaveAsync(string name, PersistedResponse response) =>
        TryAsync(token => SetAsync(Prefix + name, response.Write(), Lifetime, token));

    /// <summary>Marks the stored response as confirmed by upstream.</summary>
    public Task TouchAsync(string name, DateTimeOffset now, InvalidationStamp stamp) => TryAsync(async token =>
    {
        if (await store.GetAsync(Prefix + name, token) is not { } bytes || PersistedResponse.Read(bytes) is not { } response) return false;
        return await SetAsync(Prefix + name, (response with { FetchedAt = now, Stamp = stamp }).Write(), Lifetime, token);
    });

    public Task RemoveAsync(string name) => TryAsync(token => DeleteAsync(Prefix + name, token));

    /// <summary>Invalidates a query or a business by its name on all servers; null invalidates everything.</summary>
    public async Task PublishRemovalAsync(string? name)
    {
        if (!isShared) return;
        // Bounds the memory while the cache is unavailable: past the limit, everything is invalidated.
        if (_pendingRemovals.Count >= MaxPendingRemovals) name = null;
        _pendingRemovals[MarkerOf(name ?? Everything)] = BitConverter.GetBytes(NewMarker());
        await TryAsync(async token =>
        {
            await PublishPendingRemovalsAsync(token);
            return true;
        });
    }

    /// <summary>Tries to take the lease to refresh a query. Best effort: IDistributedCache is not atomic. True when unavailable.</summary>
    public async Task<bool> TryLeaseAsync(string name)
    {
        if (!isShared) return true;
        var lease = LeaseOf(name);
        var (isDone, isOurs) = await TryAsync(async token =>
        {
            if (await store.GetAsync(lease, token) is { } other && !other.AsSpan().SequenceEqual(_self)) return false;
            await SetAsync(lease, _self, LeaseLength, token);
            // Of two concurrent writes the last one wins.
            return await store.GetAsync(lease, token) is { } holder && holder.AsSpan().SequenceEqual(_self);
        });
        return !isDone || isOurs;
    }

    public Task EndLeaseAsync(string name) => isShared ? TryAsync(token => DeleteAsync(LeaseOf(name), token)) : Task.CompletedTask;

    private static string LeaseOf(string name) => $"{Prefix}{name}:lease";

    private static string MarkerOf(string name) => $"{Prefix}{name}:removed";

    private static ulong ReadMarker(byte[]? bytes) => bytes?.Length == sizeof(ulong) ? BitConverter.ToUInt64(bytes) : 0;

    private static ulong NewMarker() => BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(sizeof(ulong))) | 1;

    /// <summary>Published before each read, so that this server never loads responses that it has removed.</summary>
    private async Task PublishPendingRemovalsAsync(CancellationToken token)
    {
        foreach (var marker in _pendingRemovals)
        {
            // Lives at least as long as any response stored before it.
            await SetAsync(marker.Key, marker.Value, Lifetime + MaxClockSkew, token);
            _pendingRemovals.TryRemove(marker);
        }
    }

    private async Task<bool> SetAsync(string key, byte[] value, TimeSpan length, CancellationToken token)
    {
        await store.SetAsync(key, value, new DistributedCacheEntryOptions { AbsoluteExpirationRelativeToNow = length }, token);
        return true;
    }

    private async Task<bool> DeleteAsync(string key, CancellationToken token)
    {
        await store.RemoveAsync(key, token);
        return true;
    }

    private async Task<(bool IsDone, TResult? Result)> TryAsync<TResult>(Func<CancellationToken, Task<TResult>> call)
    {
        // Only a shared cache gains from a back-off.
        if (isShared && IsBackingOff())
        {
            Count("skipped");
            return default;
        }

        var (started, isConnecting) = (clocks.Host.GetTimestamp(), isShared && !Volatile.Read(ref _isConnected));
        using var timer = new CancellationTokenSource(isConnecting ? LeftToConnect() : policy.DistributedCacheTimeout, clocks.Waiting);
        // The time-out ends the wait for a connection, not the connecting.
        var token = isConnecting ? CancellationToken.None : timer.Token;
        // Some implementations block instead of awaiting.
        var work = Task.Run(() => call(token), token);
        try
        {
            var result = await work.WaitAsync(timer.Token);
            Succeed();
            return (true, result);
        }
        catch (Exception e)
        {
            Count("failed");
            if (Fail(started) == 1) CacheLog.StoreFailed(logger, e is OperationCanceledException ? "timeout" : e.GetType().Name);
            if (isConnecting && !work.IsCompleted) _ = SucceedLaterAsync(work);
            return default;
        }
    }

    /// <summary>The remaining time to connect, which begins with the first call.</summary>
    private TimeSpan LeftToConnect()
    {
        lock (_lock)
        {
            var left = ConnectTimeout - clocks.Waiting.GetElapsedTime(_firstCall ??= clocks.Waiting.GetTimestamp());
            return left > policy.DistributedCacheTimeout ? left : policy.DistributedCacheTimeout;
        }
    }

    private void Succeed()
    {
        Volatile.Write(ref _isConnected, true);
        if (Interlocked.Exchange(ref _failures, 0) > 0) CacheLog.StoreRecovered(logger);
    }

    /// <summary>Ends the back-off as soon as there is a connection.</summary>
    private async Task SucceedLaterAsync(Task connecting)
    {
        try
        {
            await connecting;
            Succeed();
        }
        catch (Exception)
        {
            // The back-off ends by itself.
        }
    }

    private bool IsBackingOff()
    {
        lock (_lock) return _failures > 0 && clocks.Host.GetElapsedTime(_failedAt) < _backoff;
    }

    /// <summary>Counts a failure; of calls that fail together, the first one.</summary>
    private int Fail(long started)
    {
        lock (_lock)
        {
            if (_failures > 0 && started <= _failedAt) return 0;
            _failedAt = clocks.Host.GetTimestamp();
            _backoff = Backoff.After(++_failures, Random.Shared.NextDouble());
            return _failures;
        }
    }

    private static void Count(string result) => Telemetry.Add(Telemetry.DistributedCache, "result", result);

    /// <summary>The response, if an intact one is stored, and the current invalidations.</summary>
    internal readonly record struct StoredResponse(PersistedResponse? Response, InvalidationStamp Current);
}
