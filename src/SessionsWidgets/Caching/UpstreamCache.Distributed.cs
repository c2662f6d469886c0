using System.Collections.Concurrent;

namespace SessionsWidgets;

/// <content>Reading from and writing to the distributed cache.</content>
internal sealed partial class UpstreamCache
{
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(50);

    /// <summary>Loads a value that is not in memory from the distributed cache first.</summary>
    private async ValueTask<CacheResult<T>> LoadThenGetAsync<TKey, T>(
        TKey key, ICacheSource<TKey, T> source, TimeSpan maxWait, bool requireFresh, CancellationToken cancellationToken)
        where TKey : class
        where T : class
    {
        var started = _waiting.GetTimestamp();
        await _loads.JoinOrStart(key, call => LoadAsync(key, source, call)).WaitAsync(cancellationToken);
        if (maxWait != Timeout.InfiniteTimeSpan)
            maxWait = TimeSpan.FromTicks(Math.Max(0, (maxWait - _waiting.GetElapsedTime(started)).Ticks));
        return await GetOrFetchAsync(key, source, maxWait, requireFresh, cancellationToken);
    }

    private async Task<bool> LoadAsync<TKey, T>(TKey key, ICacheSource<TKey, T> source, InFlightCall call)
        where TKey : class
        where T : class
    {
        if (_entries.Get(key, _time.UtcNow) is not null) return true;
        return await _distributed!.GetAsync(source.KeyHashOf(key), source.BusinessOf(key)) is { } stored
            && Restore(key, source, stored, null) is { } entry
            && TryStore(key, entry, call);
    }

    /// <summary>Loads the value that another server has fetched, or takes the lease to fetch it.</summary>
    /// <returns>The entry, the current invalidations, and whether this server is to fetch.</returns>
    private async Task<(CacheEntry? Entry, InvalidationStamp Stamp, bool IsOurTurn)> GetFromDistributedAsync<TKey, T>(
        DistributedStore distributed, TKey key, ICacheSource<TKey, T> source, CacheEntry? before, bool force, InFlightCall call)
        where TKey : class
        where T : class
    {
        var name = source.KeyHashOf(key);
        var stamp = before?.Stamp ?? default;
        var began = _waiting.GetTimestamp();
        while (true)
        {
            if (await distributed.GetAsync(name, source.BusinessOf(key)) is { } stored)
            {
                stamp = stored.Current;
                if (before?.Value is not null && before.Stamp.IsRemoved(stamp)) TryStore(key, before = before.WithoutValue(), call);
                if (Restore(key, source, stored, before) is { } found)
                {
                    TryStore(key, before = found, call);
                    if (IsUsable(found, force)) return (found, stamp, false);
                }
            }

            var isLeaseOver = _waiting.GetElapsedTime(began) >= DistributedStore.LeaseLength;
            if (isLeaseOver || await distributed.TryLeaseAsync(name)) return (before, stamp, true);
            if (before?.HasValue(_time.UtcNow) == true)
            {
                // The stale value is served until the other server has a new one.
                TryStore(key, before = before with { RetryAt = _time.UtcNow + PollInterval }, call);
                return (before, stamp, false);
            }

            await Task.Delay(PollInterval, _waiting, _stopped);
        }
    }

    /// <summary>The stored response as an entry; null if unusable, or not newer than <paramref name="before"/>.</summary>
    private CacheEntry? Restore<TKey, T>(TKey key, ICacheSource<TKey, T> source, DistributedStore.StoredResponse stored, CacheEntry? before)
        where TKey : class
        where T : class
    {
        if (stored.Response is not { } response || response.Stamp.IsRemoved(stored.Current)) return null;
        var age = _clock.GetUtcNow() - response.FetchedAt;
        if (age < -DistributedStore.MaxClockSkew) return null;
        var fetchedAt = _time.UtcNow - (age > TimeSpan.Zero ? age : TimeSpan.Zero);
        var ends = fetchedAt + _policy.FreshFor + _policy.StaleIfError;
        if (ends <= _time.UtcNow || (before?.Value is not null && fetchedAt <= before.FetchedAt)) return null;
        if (source.Restore(key, response) is not { } restored) return null;
        return new CacheEntry(restored.Value, restored.Bytes, fetchedAt)
        {
            // Without other servers, a stored response only serves when upstream fails.
            FreshUntil = _distributed!.IsShared ? FreshUntil(fetchedAt, response.ValidUntil) : default,
            ExpiresAt = ends,
            Validators = restored.Validators,
            ValidUntil = response.ValidUntil,
            Stamp = response.Stamp,
            Warnings = restored.Warnings ?? [],
            FailureStreak = before?.FailureStreak,
        };
    }

    /// <summary>Writes a fetch to the distributed cache. Only disposal waits for it.</summary>
    private void StartWrite<T>(DistributedStore distributed, string name, CacheEntry entry, FetchResult<T> fetched, bool isRemoved)
        where T : class
    {
        var write = WriteAsync(distributed, name, entry, fetched, isRemoved);
        if (write.IsCompleted) return;
        _writes[write] = true;
        _ = write.ContinueWith(
            static (done, writes) => ((ConcurrentDictionary<Task, bool>)writes!).TryRemove(done, out _), _writes, TaskScheduler.Default);
    }

    private async Task WriteAsync<T>(DistributedStore distributed, string name, CacheEntry entry, FetchResult<T> fetched, bool isRemoved)
        where T : class
    {
        var now = _clock.GetUtcNow();
        if (isRemoved)
        {
            await distributed.RemoveAsync(name);
        }
        else if (entry.Failure is null && fetched.Bodies is { } bodies)
        {
            await distributed.SaveAsync(
                name, new PersistedResponse(now, bodies, fetched.Validators) { ValidUntil = fetched.ValidUntil, Stamp = entry.Stamp });
        }
        else if (entry.Failure is null && fetched.IsUnchanged)
        {
            await distributed.TouchAsync(name, now, entry.Stamp);
        }

        await distributed.EndLeaseAsync(name);
    }
}
