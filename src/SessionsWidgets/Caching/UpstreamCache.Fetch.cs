using Microsoft.Extensions.Logging;

namespace SessionsWidgets;

/// <content>Fetching from upstream, and the entries that result.</content>
internal sealed partial class UpstreamCache
{
    /// <summary>How long a failure streak is remembered after its back-off, so that the next failure continues it.</summary>
    private static readonly TimeSpan FailureMemory = TimeSpan.FromMinutes(10);

    /// <remarks><paramref name="isGivenUp"/>: whether it is for a page that has no wait left, which other widgets have used up.</remarks>
    private Task<CacheEntry> Start<TKey, T>(
        TKey key, ICacheSource<TKey, T> source, bool force = false, bool isForPage = false, bool isGivenUp = false)
        where TKey : class
        where T : class
    {
        ObjectDisposedException.ThrowIf(_stopping.IsCancellationRequested, this);
        return _fetches.JoinOrStart(source.EntryKeyOf(key), call => FetchAsync(key, source, force, isForPage, isGivenUp, call));
    }

    private async Task<CacheEntry> FetchAsync<TKey, T>(
        TKey key, ICacheSource<TKey, T> source, bool force, bool isForPage, bool isGivenUp, InFlightCall call)
        where TKey : class
        where T : class
    {
        var failureKey = source.FailureKeyOf(key);
        var now = _time.UtcNow;
        var before = Find(source.EntryKeyOf(key), failureKey, now);
        // The fetch before this one may have completed just after the caller looked.
        if (before is not null && IsUsable(before, force)) return before;
        var running = new RunningFetch(_waiting.GetTimestamp()) { IsGivenUp = isGivenUp };
        var isOldest = _fetching.TryAdd(failureKey, running);
        // One of those that share a failure tries again for all.
        if (!isOldest && failureKey is HashedKey && _entries.Get(failureKey, now) is { } failing) return failing;
        try
        {
            return await FetchAsync(key, source, before, force, isForPage, call);
        }
        finally
        {
            if (isOldest) _fetching.TryRemove(new KeyValuePair<object, RunningFetch>(failureKey, running));
        }
    }

    private async Task<CacheEntry> FetchAsync<TKey, T>(
        TKey key, ICacheSource<TKey, T> source, CacheEntry? before, bool force, bool isForPage, InFlightCall call)
        where TKey : class
        where T : class
    {
        var stamp = before?.Stamp ?? default;
        var distributed = source.IsPrivate ? null : _distributed;
        if (distributed is { IsShared: true })
        {
            (before, stamp, var isOurTurn) = await GetFromDistributedAsync(distributed, key, source, before, force, call);
            if (!isOurTurn) return before!;
        }

        var refusal = isForPage ? source.Charge(key) : null;
        var (entry, fetched) = refusal is null
            ? await CallUpstreamAsync(key, source, before, stamp)
            : (Failed(key, source, before, refusal, TimeSpan.Zero), default);
        if (isForPage && fetched.RequestsNotCharged > 0) source.ChargeMore(key, fetched.RequestsNotCharged);
        if (_stopping.IsCancellationRequested) return entry;
        // A refused query without an entry is not stored: the number of such queries is unbounded.
        var isStored = refusal is null || before is not null ? TryStore(source.EntryKeyOf(key), entry, call) : !call.IsInvalidated;
        if (distributed is not null && isStored)
            StartWrite(
                distributed, source.KeyHashOf(key), entry, fetched, isRemoved: before?.Value is not null && entry.Value is null);
        return entry;
    }

    private async Task<(CacheEntry Entry, FetchResult<T> Fetched)> CallUpstreamAsync<TKey, T>(
        TKey key, ICacheSource<TKey, T> source, CacheEntry? before, InvalidationStamp stamp)
        where TKey : class
        where T : class
    {
        var started = _waiting.GetTimestamp();
        try
        {
            var last = before?.Value is T value
                ? new FetchResult<T>(value, before.ValueBytes) { Validators = before.Validators, ValidUntil = before.ValidUntil }
                : default(FetchResult<T>?);
            var fetched = await source.FetchAsync(key, last, _stopped);
            var entry = Succeeded(key, source, before, fetched, _waiting.GetElapsedTime(started)) with { Stamp = stamp };
            if (source.EntryKeyOf(key) is not HashedKey hashed) return (entry, fetched);
            _entries.Remove(hashed);
            _entries.Remove(source.FailureKeyOf(key));
            return (entry with { IsCacheable = false, FreshUntil = _time.UtcNow }, fetched);
        }
        catch (Exception e) when (e is ApiException || !_stopped.IsCancellationRequested)
        {
            return (Failed(key, source, before, FailureOf(e, source.AddressOf(key)), _waiting.GetElapsedTime(started)), default);
        }
    }

    /// <summary>Wraps any exception of a fetch. Its text is dropped: it may hold private data.</summary>
    private static ApiException FailureOf(Exception error, Uri address) =>
        error as ApiException ?? new ApiException(ApiFault.Other, address, $"the fetch failed ({error.GetType().Name}).");

    private bool IsUsable(CacheEntry entry, bool force) => _time.UtcNow < entry.RetryAt || (!force && entry.IsFresh(_time.UtcNow));

    /// <summary>Stores an entry unless its fetch was invalidated: the entry may be older than a removal.</summary>
    private bool TryStore(object key, CacheEntry entry, InFlightCall call)
    {
        if (call.IsInvalidated) return false;
        // A shared failure is stored when it happens.
        if (!entry.IsCacheable || (key is HashedKey && entry.Failure is { Fault.IsOfRequest: false })) return false;
        _entries.Set(key, entry, Expiry(entry), _time.UtcNow);
        // It may have been invalidated meanwhile.
        if (!call.IsInvalidated) return true;
        _entries.Remove(key);
        return false;
    }

    private CacheEntry Succeeded<TKey, T>(
        TKey key, ICacheSource<TKey, T> source, CacheEntry? before, FetchResult<T> fetched, TimeSpan elapsed)
        where TKey : class
        where T : class
    {
        var now = _time.UtcNow;
        _unreachable.Remove(source.Source, source.AddressOf(key));
        if (before?.FailureStreak is { IsReported: true } streak)
            UpstreamEvents.Recovered(
                _logger, source.Source, source.KeyHashOf(key), now - streak.Since, streak.Attempts, streak.Suppressed);
        if (fetched.IsUnchanged && _logger.IsEnabled(LogLevel.Debug))
            UpstreamEvents.NotModified(_logger, source.Source, source.KeyHashOf(key));
        var warnings = fetched.IsUnchanged ? before!.Warnings : fetched.Warnings ?? [];
        foreach (var warning in warnings)
        {
            if (before?.Warnings.Any(logged => logged.Kind == warning.Kind) == true) continue;
            CacheLog.Log(_logger, source.Source, source.KeyHashOf(key), warning);
        }

        var isSlow = elapsed > _policy.SoftTimeout;
        if (isSlow && before?.IsSlow != true)
            UpstreamEvents.Slow(_logger, source.Source, source.KeyHashOf(key), Math.Round(elapsed.TotalMilliseconds));
        return new CacheEntry(fetched.Value, fetched.Bytes, now)
        {
            FreshUntil = FreshUntil(now, fetched.ValidUntil),
            ExpiresAt = now + _policy.FreshFor + _policy.StaleIfError,
            Validators = fetched.Validators,
            ValidUntil = fetched.ValidUntil,
            Warnings = warnings,
            IsSlow = isSlow,
        };
    }

    /// <summary>The entry after one more failure, which is logged when it begins or changes.</summary>
    private CacheEntry Failed<TKey, T>(TKey key, ICacheSource<TKey, T> source, CacheEntry? before, ApiException failure, TimeSpan elapsed)
        where TKey : class
        where T : class
    {
        var entry = failure.Fault.IsOfRequest || source.FailureKeyOf(key) is not HashedKey shared
            ? Failed(before, failure, source.IsPrivate, source.Backoff)
            : StoreShared(shared, failure);
        if (entry.FailureStreak is { IsNewFault: true } streak && ReferenceEquals(entry.Failure, failure) && !failure.IsShortCircuited)
        {
            var nextTry = _clock.GetUtcNow() + (entry.RetryAt - _time.UtcNow);
            var isKnown = !_unreachable.Add(source.Source, source.AddressOf(key), failure.Fault);
            streak.IsReported |= !isKnown;
            failure.Fault.Log(_logger, source.Source, source.KeyHashOf(key), failure, elapsed, streak.Attempts, nextTry, isKnown);
        }

        return entry;
    }

    /// <summary>Stores a failure that queries share. Of those that fail together, the first one counts that was sent.</summary>
    private CacheEntry StoreShared(HashedKey key, ApiException failure)
    {
        lock (_failing)
        {
            var now = _time.UtcNow;
            var before = _entries.Get(key, now);
            var isNews = before?.Failure?.IsShortCircuited == true && !failure.IsShortCircuited;
            if (before is not null && now < before.RetryAt && !isNews) return before;
            var entry = Failed(before, failure, isPrivate: true);
            _entries.Set(key, entry, Expiry(entry), now);
            return entry;
        }
    }

    private CacheEntry Failed(CacheEntry? before, ApiException failure, bool isPrivate, TimeSpan? fixedBackoff = null)
    {
        var now = _time.UtcNow;
        before ??= new CacheEntry(null, 0, now) { FreshUntil = now, ExpiresAt = now };
        if (failure.IsShortCircuited) return before with { Failure = failure, RetryAt = now + failure.RetryAfter!.Value };
        var streak = FailureStreak.Next(before.FailureStreak, failure.Fault, now);
        var backoff = failure.RetryAfter is { } retryAfter
            ? Backoff.Clamp(retryAfter)
            : failure.Fault.FixedBackoff ?? fixedBackoff ?? Backoff.After(streak.Attempts, Random.Shared.NextDouble());
        var ends = streak.GraceEnds is { } grace && grace < before.ExpiresAt ? grace : before.ExpiresAt;
        if (isPrivate && failure.Failure == ApiFailure.Unauthorized) ends = now;
        var entry = before with { ExpiresAt = ends, Failure = failure, FailureStreak = streak, RetryAt = now + backoff };
        if (now >= ends) return entry.WithoutValue();
        return failure.Fault == ApiFault.BadNotModified ? entry with { Validators = null } : entry;
    }

    /// <summary>The end of freshness: by the policy, or earlier when the value no longer matches the query.</summary>
    private DateTimeOffset FreshUntil(DateTimeOffset fetchedAt, DateTimeOffset? validUntil)
    {
        var byPolicy = fetchedAt + _policy.FreshFor;
        if (validUntil is not { } until) return byPolicy;
        var byQuery = _time.UtcNow + (until - _clock.GetUtcNow());
        return byQuery < byPolicy ? byQuery : byPolicy;
    }

    private static DateTimeOffset Expiry(CacheEntry entry)
    {
        var failureEnds = entry.Failure is null ? default : entry.RetryAt + FailureMemory;
        return entry.Value is not null && entry.ExpiresAt > failureEnds ? entry.ExpiresAt : failureEnds;
    }
}
