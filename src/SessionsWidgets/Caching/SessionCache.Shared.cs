namespace SessionsWidgets;

/// <content>How the memory and the second level, which several servers share, work together.</content>
internal sealed partial class SessionCache
{
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(50);

    /// <summary>How far the clocks of two servers may be apart.</summary>
    private static readonly TimeSpan MostSkew = TimeSpan.FromMinutes(5);

    /// <summary>Looks in the second level for what the memory does not have, then goes on as if it had been there.</summary>
    private async ValueTask<CacheAnswer<T>> LoadAndFindAsync<TKey, T>(TKey key, ICacheSource<TKey, T> source, TimeSpan patience, bool insist, CancellationToken cancellationToken)
        where TKey : class
        where T : class
    {
        var started = _clock.GetTimestamp();
        await _loads.JoinOrStart(key, () => LoadAsync(key, source)).WaitAsync(cancellationToken);
        var left = patience == Timeout.InfiniteTimeSpan ? patience : patience - _clock.GetElapsedTime(started);
        return await FindAsync(key, source, left < TimeSpan.Zero && patience != Timeout.InfiniteTimeSpan ? TimeSpan.Zero : left, insist, cancellationToken);
    }

    private async Task<bool> LoadAsync<TKey, T>(TKey key, ICacheSource<TKey, T> source)
        where TKey : class
        where T : class
    {
        if (_entries.Find(key) is not null) return true;
        if (await ReadAsync(_second!, key, source, null) is not { } entry) return false;
        _entries.Put(key, entry, Expiry(entry));
        return true;
    }

    /// <summary>
    /// What another server has found meanwhile, or that another is at it: then there is nothing to do here for a moment. Null, or an
    /// answer that is not fresh, when it is this server's turn to ask upstream.
    /// </summary>
    private async Task<CacheEntry?> FindElsewhereAsync<TKey, T>(SecondLevel second, TKey key, ICacheSource<TKey, T> source, CacheEntry? before, bool evenIfFresh)
        where TKey : class
        where T : class
    {
        var name = source.NameOf(key);
        var deadline = _time.UtcNow + SecondLevel.LeaseLength;
        while (true)
        {
            if (await ReadAsync(second, key, source, before) is { } found)
            {
                _entries.Put(key, found, Expiry(found));
                if (IsFresh(found) && !evenIfFresh) return found;
                before = found;
            }

            if (_time.UtcNow >= deadline || await second.TryLeaseAsync(name)) return before;
            if (before?.HasValue(_time.UtcNow) == true)
            {
                // The old answer serves until the other server has the new one.
                var resting = before with { RetryAt = _time.UtcNow + PollInterval };
                _entries.Put(key, resting, Expiry(resting));
                return resting;
            }

            await Task.Delay(PollInterval, _clock, _stopping.Token);
        }
    }

    /// <summary>The stored answer as an entry; null when there is none that is newer than <paramref name="before"/>.</summary>
    private async Task<CacheEntry?> ReadAsync<TKey, T>(SecondLevel second, TKey key, ICacheSource<TKey, T> source, CacheEntry? before)
        where TKey : class
        where T : class
    {
        if (await second.FindAsync(source.NameOf(key)) is not { } kept || _removals.Covers(key, kept.FetchedAt)) return null;
        var age = _clock.GetUtcNow() - kept.FetchedAt;
        if (age < -MostSkew) return null;
        var fetchedAt = _time.UtcNow - (age > TimeSpan.Zero ? age : TimeSpan.Zero);
        var ends = fetchedAt + _policy.FreshFor + _policy.StaleIfError;
        if (ends <= _time.UtcNow || (before?.Value is not null && fetchedAt <= before.FetchedAt)) return null;
        if (source.Restore(key, kept) is not { } restored) return null;
        return new CacheEntry(restored.Value, restored.Bytes, fetchedAt) { ValueEnds = ends, Validators = restored.Validators, Notes = restored.Notes ?? [], Outage = before?.Outage };
    }

    private async Task ShareAsync<T>(SecondLevel second, string name, CacheEntry entry, Fetched<T> fetched, bool isForgotten)
        where T : class
    {
        if (isForgotten) await second.RemoveAsync(name);
        else if (entry.Failure is null && fetched.IsUnchanged) await second.TouchAsync(name, _clock.GetUtcNow());
        else if (entry.Failure is null && fetched.Bodies is { } bodies) await second.SaveAsync(name, new KeptAnswers(_clock.GetUtcNow(), bodies, fetched.Validators));
        await second.EndLeaseAsync(name);
    }
}
