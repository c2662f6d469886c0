using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Logging;

namespace SessionsWidgets;

/// <summary>
/// What outlives the process: a cache of the host's, whatever <see cref="IDistributedCache"/> that is. Holds the validated bytes of
/// upstream, with their time and validators. It can be slow, dead or full of anything; that costs its use and nothing else.
/// </summary>
/// <param name="store">The cache.</param>
/// <param name="isShared">
/// Whether other servers use it too: then what one has fetched is fresh for all of them, one asks upstream at a time, and removals are
/// told. Otherwise what is there stands in when upstream fails, and spares no request.
/// </param>
/// <param name="policy">How long answers may be used, and a call may take.</param>
/// <param name="clock">The clock.</param>
/// <param name="logger">Where changes of its state are logged.</param>
/// <remarks>Thread-safe. Each call has a small time-out; after a failure it is left alone for a while.</remarks>
internal sealed class DistributedStore(IDistributedCache store, bool isShared, CachePolicy policy, TimeProvider clock, ILogger logger)
{
    /// <summary>How long one server may take for a refresh before another does it too.</summary>
    public static readonly TimeSpan LeaseLength = TimeSpan.FromSeconds(3);

    /// <summary>How far the clocks of two servers may be apart.</summary>
    public static readonly TimeSpan MaxClockSkew = TimeSpan.FromMinutes(5);

    private const string Prefix = "sessions-widgets:";
    private const string Everything = "everything";
    private const int MaxPendingRemovals = 1000;

    private readonly byte[] _self = RandomNumberGenerator.GetBytes(16);
    private readonly ConcurrentDictionary<string, byte[]> _pendingRemovals = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();
    private int _failures;
    private long _failedAt;
    private TimeSpan _window;

    public bool IsShared => isShared;

    private TimeSpan KeptFor => policy.FreshFor + policy.StaleIfError;

    /// <summary>What is stored under a name, and the removals up to now; null when it cannot be asked.</summary>
    /// <param name="name">The answer's name.</param>
    /// <param name="business">The name of its business.</param>
    public async Task<Stored?> GetAsync(string name, string business)
    {
        var (isDone, found) = await TryAsync(async token =>
        {
            if (!isShared) return [await store.GetAsync(Prefix + name, token)];
            await PublishPendingRemovalsAsync(token);
            return await Task.WhenAll(
                new[] { Prefix + name, MarkOf(Everything), MarkOf(business), MarkOf(name) }.Select(key => store.GetAsync(key, token)));
        });
        if (!isDone) return null;
        var bytes = found![0];
        var kept = bytes is null ? null : PersistedResponse.Read(bytes);
        Count(bytes is null ? "miss" : kept is null ? "broken" : "hit");
        return new Stored(kept, isShared ? new InvalidationStamp(ReadMark(found[1]), ReadMark(found[2]), ReadMark(found[3])) : default);
    }

    public Task SaveAsync(string name, PersistedResponse kept) =>
        TryAsync(token => SetAsync(Prefix + name, kept.Write(), KeptFor, token));

    /// <summary>Tells that what is stored still holds.</summary>
    public Task TouchAsync(string name, DateTimeOffset now, InvalidationStamp generation) => TryAsync(async token =>
    {
        if (await store.GetAsync(Prefix + name, token) is not { } bytes || PersistedResponse.Read(bytes) is not { } kept) return false;
        return await SetAsync(Prefix + name, (kept with { FetchedAt = now, Generation = generation }).Write(), KeptFor, token);
    });

    public Task RemoveAsync(string name) => TryAsync(token => DeleteAsync(Prefix + name, token));

    /// <summary>Tells all servers that what has this name, an answer or a business, is removed; without a name, that everything
    /// is.</summary>
    public async Task PublishRemovalAsync(string? name)
    {
        if (!isShared) return;
        // More than anyone removes one by one while the store is away: then everything goes.
        if (_pendingRemovals.Count >= MaxPendingRemovals) name = null;
        _pendingRemovals[MarkOf(name ?? Everything)] = BitConverter.GetBytes(RandomMark());
        await TryAsync(async token =>
        {
            await PublishPendingRemovalsAsync(token);
            return true;
        });
    }

    /// <summary>Whether this server may refresh an answer. Best effort: the host's cache has no way to be sure; and yes when it cannot be
    /// asked.</summary>
    public async Task<bool> TryLeaseAsync(string name)
    {
        if (!isShared) return true;
        var lease = LeaseOf(name);
        var (isDone, isOurs) = await TryAsync(async token =>
        {
            if (await store.GetAsync(lease, token) is { } other && !other.AsSpan().SequenceEqual(_self)) return false;
            await SetAsync(lease, _self, LeaseLength, token);
            // Of two that came at once, the later is there.
            return await store.GetAsync(lease, token) is { } holder && holder.AsSpan().SequenceEqual(_self);
        });
        return !isDone || isOurs;
    }

    public Task EndLeaseAsync(string name) => isShared ? TryAsync(token => DeleteAsync(LeaseOf(name), token)) : Task.CompletedTask;

    private static string LeaseOf(string name) => $"{Prefix}{name}:lease";

    private static string MarkOf(string name) => $"{Prefix}{name}:removed";

    private static ulong ReadMark(byte[]? bytes) => bytes?.Length == sizeof(ulong) ? BitConverter.ToUInt64(bytes) : 0;

    private static ulong RandomMark() => BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(sizeof(ulong))) | 1;

    /// <summary>What could not be told is told before anything is asked: so this server never takes up what it has removed.</summary>
    private async Task PublishPendingRemovalsAsync(CancellationToken token)
    {
        foreach (var mark in _pendingRemovals)
        {
            // For as long as any answer from before can be there.
            await SetAsync(mark.Key, mark.Value, KeptFor + MaxClockSkew, token);
            _pendingRemovals.TryRemove(mark);
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
        // A store of this process alone is not relieved by being left alone.
        if (isShared && IsLeftAlone())
        {
            Count("skipped");
            return default;
        }

        using var timer = new CancellationTokenSource(policy.DistributedCacheTimeout, clock);
        try
        {
            // On a thread of its own: some stores block where they should wait.
            var result = await Task.Run(() => call(timer.Token), timer.Token).WaitAsync(timer.Token);
            if (Interlocked.Exchange(ref _failures, 0) > 0) CacheLog.StoreRecovered(logger);
            return (true, result);
        }
        catch (Exception e)
        {
            Count("failed");
            if (Fail() == 1) CacheLog.StoreFailed(logger, e is OperationCanceledException ? "time-out" : e.GetType().Name);
            return default;
        }
    }

    private bool IsLeftAlone()
    {
        lock (_lock) return _failures > 0 && clock.GetElapsedTime(_failedAt) < _window;
    }

    private int Fail()
    {
        lock (_lock)
        {
            _failedAt = clock.GetTimestamp();
            _window = Backoff.After(++_failures, Random.Shared.NextDouble());
            return _failures;
        }
    }

    private static void Count(string result) => Telemetry.Add(Telemetry.DistributedCache, "result", result);

    /// <summary>An answer, if there is one that is whole, and the removals up to now.</summary>
    internal readonly record struct Stored(PersistedResponse? Answers, InvalidationStamp Now);
}
