using Microsoft.Extensions.Logging;

namespace SessionsWidgets;

/// <content>How an answer is fetched, and what becomes of the entry.</content>
internal sealed partial class UpstreamCache
{
    /// <summary>The count of failures outlives its window by this, or the window would start over each time.</summary>
    private static readonly TimeSpan FailureMemory = TimeSpan.FromMinutes(10);

    private Task<CacheEntry> Start<TKey, T>(TKey key, ICacheSource<TKey, T> source, bool force = false, bool isForPage = false)
        where TKey : class
        where T : class
    {
        ObjectDisposedException.ThrowIf(_stopping.IsCancellationRequested, this);
        return _flights.JoinOrStart(source.EntryKeyOf(key), flight => FetchAsync(key, source, force, isForPage, flight));
    }

    private async Task<CacheEntry> FetchAsync<TKey, T>(TKey key, ICacheSource<TKey, T> source, bool force, bool isForPage, Flight flight)
        where TKey : class
        where T : class
    {
        var entryKey = source.EntryKeyOf(key);
        var before = _entries.Get(entryKey);
        // A caller may have looked just before the flight ahead of this one landed.
        if (before is not null && IsEnough(before, force)) return before;
        var generation = before?.Stamp ?? default;
        var second = source.IsPrivate ? null : _second;
        if (second is { IsShared: true })
        {
            (before, generation, var isOurTurn) = await GetFromDistributedAsync(second, key, source, before, force, flight);
            if (!isOurTurn) return before!;
        }

        var refusal = isForPage ? source.Charge(key) : null;
        var (entry, fetched) = refusal is null
            ? await CallUpstreamAsync(key, source, before, generation)
            : (Failed(key, source, before, refusal, TimeSpan.Zero), default);
        if (_stopping.IsCancellationRequested) return entry;
        // Of a question that was not asked, and of which nothing is known, nothing stays: there is no end to those.
        var isKept = refusal is null || before is not null ? Keep(entryKey, entry, flight) : !flight.IsInvalidated;
        if (second is not null && isKept)
            Share(second, source.NameOf(key), entry, fetched, isForgotten: before?.Value is not null && entry.Value is null);
        return entry;
    }

    private async Task<(CacheEntry Entry, Fetched<T> Fetched)> CallUpstreamAsync<TKey, T>(
        TKey key, ICacheSource<TKey, T> source, CacheEntry? before, InvalidationStamp generation)
        where TKey : class
        where T : class
    {
        var started = _clock.GetTimestamp();
        try
        {
            var last = before?.Value is T value
                ? new Fetched<T>(value, before.ValueBytes) { Validators = before.Validators, AnswersUntil = before.AnswersUntil }
                : default(Fetched<T>?);
            var fetched = await source.FetchAsync(key, last, _stopped);
            var entry = Succeeded(key, source, before, fetched, _clock.GetElapsedTime(started)) with { Stamp = generation };
            return (source.EntryKeyOf(key) is HashedKey ? entry with { IsKept = false, FreshUntil = _time.UtcNow } : entry, fetched);
        }
        catch (Exception e) when (e is ApiException || !_stopped.IsCancellationRequested)
        {
            return (Failed(key, source, before, FailureOf(e, source.AddressOf(key)), _clock.GetElapsedTime(started)), default);
        }
    }

    /// <summary>To the caller, whatever ends a fetch is a failure of upstream. Its text is dropped: it may hold what is private.</summary>
    private static ApiException FailureOf(Exception error, Uri address) =>
        error as ApiException ?? new ApiException(ApiFault.Other, address, $"the fetch failed ({error.GetType().Name}).");

    private bool IsEnough(CacheEntry entry, bool force) => _time.UtcNow < entry.RetryAt || (!force && entry.IsFresh(_time.UtcNow));

    /// <summary>Puts an entry there, unless it is of before a removal: it may be what was meant to be removed.</summary>
    private bool Keep(object key, CacheEntry entry, Flight flight)
    {
        if (flight.IsInvalidated) return false;
        if (entry is { IsKept: false, Failure: null })
        {
            // What had failed before is over.
            _entries.Remove(key);
            return false;
        }

        _entries.Put(key, entry, Expiry(entry));
        // The removal may have come between.
        if (!flight.IsInvalidated) return true;
        _entries.Remove(key);
        return false;
    }

    private CacheEntry Succeeded<TKey, T>(TKey key, ICacheSource<TKey, T> source, CacheEntry? before, Fetched<T> fetched, TimeSpan elapsed)
        where TKey : class
        where T : class
    {
        var now = _time.UtcNow;
        if (before?.FailureStreak is { } outage)
            UpstreamEvents.Recovered(_logger, source.Source, source.NameOf(key), now - outage.Since, outage.Attempts, outage.Suppressed);
        if (fetched.IsUnchanged && _logger.IsEnabled(LogLevel.Debug))
            UpstreamEvents.NotModified(_logger, source.Source, source.NameOf(key));
        var notes = fetched.IsUnchanged ? before!.Notes : fetched.Notes ?? [];
        foreach (var note in notes)
        {
            if (before?.Notes.Any(told => told.Kind == note.Kind) != true) CacheLog.Log(_logger, source.Source, source.NameOf(key), note);
        }

        var isSlow = elapsed > _policy.SoftTimeout;
        if (isSlow && before?.IsSlow != true)
            UpstreamEvents.Slow(_logger, source.Source, source.NameOf(key), Math.Round(elapsed.TotalMilliseconds));
        return new CacheEntry(fetched.Value, fetched.Bytes, now)
        {
            FreshUntil = FreshUntil(now, fetched.AnswersUntil),
            ValueEnds = now + _policy.FreshFor + _policy.StaleIfError,
            Validators = fetched.Validators,
            AnswersUntil = fetched.AnswersUntil,
            Notes = notes,
            IsSlow = isSlow,
        };
    }

    /// <summary>What was known before, and that one more attempt has failed.</summary>
    private CacheEntry Failed<TKey, T>(TKey key, ICacheSource<TKey, T> source, CacheEntry? before, ApiException failure, TimeSpan elapsed)
        where TKey : class
        where T : class
    {
        var now = _time.UtcNow;
        before ??= new CacheEntry(null, 0, now) { FreshUntil = now, ValueEnds = now };
        if (failure.IsShortCircuited) return before with { Failure = failure, RetryAt = now + failure.RetryAfter!.Value };
        var outage = FailureStreak.Next(before.FailureStreak, failure.Fault, now);
        var window = failure.RetryAfter is { } asked
            ? Backoff.AsAsked(asked)
            : failure.Fault.Window ?? Backoff.After(outage.Attempts, Random.Shared.NextDouble());
        if (outage.IsNewFault)
            failure.Fault.Log(_logger, source.Source, source.NameOf(key), failure, elapsed, outage.Attempts, _clock.GetUtcNow() + window);
        var ends = outage.GraceEnds is { } grace && grace < before.ValueEnds ? grace : before.ValueEnds;
        if (source.IsPrivate && failure.Failure == ApiFailure.Unauthorized) ends = now;
        var entry = before with { ValueEnds = ends, Failure = failure, FailureStreak = outage, RetryAt = now + window };
        if (now >= ends) return entry.Forget();
        return failure.Fault == ApiFault.BadNotModified ? entry with { Validators = null } : entry;
    }

    /// <summary>The end of freshness: the policy's, or the moment at which the question becomes another one.</summary>
    private DateTimeOffset FreshUntil(DateTimeOffset fetchedAt, DateTimeOffset? answersUntil)
    {
        var usual = fetchedAt + _policy.FreshFor;
        if (answersUntil is not { } until) return usual;
        var earlier = _time.UtcNow + (until - _clock.GetUtcNow());
        return earlier < usual ? earlier : usual;
    }

    private static DateTimeOffset Expiry(CacheEntry entry)
    {
        var failureEnds = entry.Failure is null ? default : entry.RetryAt + FailureMemory;
        return entry.Value is not null && entry.ValueEnds > failureEnds ? entry.ValueEnds : failureEnds;
    }
}
