using System.Collections.Concurrent;

namespace SessionsWidgets;

/// <content>How the memory and the second level, which outlives the process and may be shared, work together.</content>
internal sealed partial class SessionCache
{
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(50);

    /// <summary>Looks in the second level for what the memory does not have, then goes on as if it had been there.</summary>
    private async ValueTask<CacheAnswer<T>> LoadAndFindAsync<TKey, T>(TKey key, ICacheSource<TKey, T> source, TimeSpan patience, bool insist, CancellationToken cancellationToken)
        where TKey : class
        where T : class
    {
        var started = _clock.GetTimestamp();
        await _loads.JoinOrStart(key, flight => LoadAsync(key, source, flight)).WaitAsync(cancellationToken);
        var left = patience == Timeout.InfiniteTimeSpan ? patience : patience - _clock.GetElapsedTime(started);
        return await FindAsync(key, source, left < TimeSpan.Zero && patience != Timeout.InfiniteTimeSpan ? TimeSpan.Zero : left, insist, cancellationToken);
    }

    private async Task<bool> LoadAsync<TKey, T>(TKey key, ICacheSource<TKey, T> source, Flight flight)
        where TKey : class
        where T : class
    {
        if (_entries.Find(key) is not null) return true;
        return await _second!.FindAsync(source.NameOf(key), source.BusinessOf(key)) is { } stored
            && Restore(key, source, stored, null) is { } entry
            && Keep(key, entry, flight);
    }

    /// <summary>What another server has found meanwhile, or that another is at it: then there is nothing to do here for a moment.</summary>
    /// <returns>What there is, the removals that a new answer will come after, and whether it is this server's turn to ask upstream.</returns>
    private async Task<(CacheEntry? Entry, Generation Generation, bool IsOurTurn)> FindElsewhereAsync<TKey, T>(
        SecondLevel second, TKey key, ICacheSource<TKey, T> source, CacheEntry? before, bool evenIfFresh, Flight flight)
        where TKey : class
        where T : class
    {
        var name = source.NameOf(key);
        var generation = before?.Generation ?? default;
        var deadline = _time.UtcNow + SecondLevel.LeaseLength;
        while (true)
        {
            if (await second.FindAsync(name, source.BusinessOf(key)) is { } stored)
            {
                generation = stored.Now;
                if (before?.Value is not null && before.Generation.IsRemoved(generation)) Keep(key, before = before.Forget(), flight);
                if (Restore(key, source, stored, before) is { } found)
                {
                    Keep(key, before = found, flight);
                    if (IsEnough(found, evenIfFresh)) return (found, generation, false);
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
    private CacheEntry? Restore<TKey, T>(TKey key, ICacheSource<TKey, T> source, SecondLevel.Stored stored, CacheEntry? before)
        where TKey : class
        where T : class
    {
        if (stored.Answers is not { } kept || kept.Generation.IsRemoved(stored.Now)) return null;
        var age = _clock.GetUtcNow() - kept.FetchedAt;
        if (age < -SecondLevel.MostSkew) return null;
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
            Generation = kept.Generation,
            Notes = restored.Notes ?? [],
            Outage = before?.Outage,
        };
    }

    /// <summary>Stores what was fetched. Nobody waits for it, save the end of the process.</summary>
    private void Share<T>(SecondLevel second, string name, CacheEntry entry, Fetched<T> fetched, bool isForgotten)
        where T : class
    {
        var share = ShareAsync(second, name, entry, fetched, isForgotten);
        if (share.IsCompleted) return;
        _shares[share] = true;
        _ = share.ContinueWith(static (done, shares) => ((ConcurrentDictionary<Task, bool>)shares!).TryRemove(done, out _), _shares, TaskScheduler.Default);
    }

    private async Task ShareAsync<T>(SecondLevel second, string name, CacheEntry entry, Fetched<T> fetched, bool isForgotten)
        where T : class
    {
        var now = _clock.GetUtcNow();
        if (isForgotten)
        {
            await second.RemoveAsync(name);
        }
        else if (entry.Failure is null && fetched.Bodies is { } bodies)
        {
            await second.SaveAsync(name, new KeptAnswers(now, bodies, fetched.Validators) { AnswersUntil = fetched.AnswersUntil, Generation = entry.Generation });
        }
        else if (entry.Failure is null && fetched.IsUnchanged)
        {
            await second.TouchAsync(name, now, entry.Generation);
        }

        await second.EndLeaseAsync(name);
    }
}
