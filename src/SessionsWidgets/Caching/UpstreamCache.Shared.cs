using System.Collections.Concurrent;

namespace SessionsWidgets;

/// <content>How the memory and the second level, which outlives the process and may be shared, work together.</content>
internal sealed partial class UpstreamCache
{
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(50);

    /// <summary>Looks in the second level for what the memory does not have, then goes on as if it had been there.</summary>
    private async ValueTask<CacheResult<T>> LoadThenGetAsync<TKey, T>(
        TKey key, ICacheSource<TKey, T> source, TimeSpan maxWait, bool requireFresh, CancellationToken cancellationToken)
        where TKey : class
        where T : class
    {
        var started = _clock.GetTimestamp();
        await _loads.JoinOrStart(key, flight => LoadAsync(key, source, flight)).WaitAsync(cancellationToken);
        var left = maxWait == Timeout.InfiniteTimeSpan ? maxWait : maxWait - _clock.GetElapsedTime(started);
        return await GetOrFetchAsync(
            key, source, left < TimeSpan.Zero && maxWait != Timeout.InfiniteTimeSpan ? TimeSpan.Zero : left, requireFresh,
            cancellationToken);
    }

    private async Task<bool> LoadAsync<TKey, T>(TKey key, ICacheSource<TKey, T> source, Flight flight)
        where TKey : class
        where T : class
    {
        if (_entries.Get(key) is not null) return true;
        return await _second!.GetAsync(source.NameOf(key), source.BusinessOf(key)) is { } stored
            && Restore(key, source, stored, null) is { } entry
            && Keep(key, entry, flight);
    }

    /// <summary>What another server has found meanwhile, or that another is at it: then there is nothing to do here for a moment.</summary>
    /// <returns>What there is, the removals that a new answer will come after, and whether it is this server's turn to ask
    /// upstream.</returns>
    private async Task<(CacheEntry? Entry, InvalidationStamp Generation, bool IsOurTurn)> GetFromDistributedAsync<TKey, T>(
        DistributedStore second, TKey key, ICacheSource<TKey, T> source, CacheEntry? before, bool force, Flight flight)
        where TKey : class
        where T : class
    {
        var name = source.NameOf(key);
        var generation = before?.Stamp ?? default;
        var deadline = _time.UtcNow + DistributedStore.LeaseLength;
        while (true)
        {
            if (await second.GetAsync(name, source.BusinessOf(key)) is { } stored)
            {
                generation = stored.Now;
                if (before?.Value is not null && before.Stamp.IsRemoved(generation)) Keep(key, before = before.Forget(), flight);
                if (Restore(key, source, stored, before) is { } found)
                {
                    Keep(key, before = found, flight);
                    if (IsEnough(found, force)) return (found, generation, false);
                }
            }

            if (_time.UtcNow >= deadline || await second.TryLeaseAsync(name)) return (before, generation, true);
            if (before?.HasValue(_time.UtcNow) == true)
            {
                // The old answer serves until the other server has the new one.
                Keep(key, before = before with { RetryAt = _time.UtcNow + PollInterval }, flight);
                return (before, generation, false);
            }

            await Task.Delay(PollInterval, _clock, _stopped);
        }
    }

    /// <summary>The stored answer as an entry; null when it is of no use, or not newer than <paramref name="before"/>.</summary>
    private CacheEntry? Restore<TKey, T>(TKey key, ICacheSource<TKey, T> source, DistributedStore.Stored stored, CacheEntry? before)
        where TKey : class
        where T : class
    {
        if (stored.Answers is not { } kept || kept.Generation.IsRemoved(stored.Now)) return null;
        var age = _clock.GetUtcNow() - kept.FetchedAt;
        if (age < -DistributedStore.MaxClockSkew) return null;
        var fetchedAt = _time.UtcNow - (age > TimeSpan.Zero ? age : TimeSpan.Zero);
        var ends = fetchedAt + _policy.FreshFor + _policy.StaleIfError;
        if (ends <= _time.UtcNow || (before?.Value is not null && fetchedAt <= before.FetchedAt)) return null;
        if (source.Restore(key, kept) is not { } restored) return null;
        return new CacheEntry(restored.Value, restored.Bytes, fetchedAt)
        {
            // What only stands in was never fresh here.
            FreshUntil = _second!.IsShared ? FreshUntil(fetchedAt, kept.AnswersUntil) : default,
            ValueEnds = ends,
            Validators = restored.Validators,
            AnswersUntil = kept.AnswersUntil,
            Stamp = kept.Generation,
            Notes = restored.Notes ?? [],
            FailureStreak = before?.FailureStreak,
        };
    }

    /// <summary>Stores what was fetched. Nobody waits for it, save the end of the process.</summary>
    private void Share<T>(DistributedStore second, string name, CacheEntry entry, Fetched<T> fetched, bool isForgotten)
        where T : class
    {
        var share = ShareAsync(second, name, entry, fetched, isForgotten);
        if (share.IsCompleted) return;
        _shares[share] = true;
        _ = share.ContinueWith(
            static (done, shares) => ((ConcurrentDictionary<Task, bool>)shares!).TryRemove(done, out _), _shares, TaskScheduler.Default);
    }

    private async Task ShareAsync<T>(DistributedStore second, string name, CacheEntry entry, Fetched<T> fetched, bool isForgotten)
        where T : class
    {
        var now = _clock.GetUtcNow();
        if (isForgotten)
        {
            await second.RemoveAsync(name);
        }
        else if (entry.Failure is null && fetched.Bodies is { } bodies)
        {
            await second.SaveAsync(
                name,
                new PersistedResponse(now, bodies, fetched.Validators) { AnswersUntil = fetched.AnswersUntil, Generation = entry.Stamp });
        }
        else if (entry.Failure is null && fetched.IsUnchanged)
        {
            await second.TouchAsync(name, now, entry.Stamp);
        }

        await second.EndLeaseAsync(name);
    }
}
