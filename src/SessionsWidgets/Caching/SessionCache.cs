using Microsoft.Extensions.Logging;

namespace SessionsWidgets;

/// <summary>
/// Keeps the last good answers and decides who waits how long: fresh and stale-while-revalidate at once, older ones after
/// a short wait, missing ones within the caller's patience. One fetch at a time for a key; a failing upstream is left alone for a while.
/// </summary>
/// <remarks>Thread-safe.</remarks>
internal sealed partial class SessionCache : IDisposable
{
    /// <summary>The count of failures outlives its window by this, or the window would start over each time.</summary>
    private static readonly TimeSpan OutageMemory = TimeSpan.FromMinutes(10);

    private readonly CachePolicy _policy;
    private readonly TimeProvider _clock;
    private readonly CacheClock _time;
    private readonly ILogger _logger;
    private readonly EntryStore _entries;
    private readonly SingleFlight<object, CacheEntry> _flights = new();
    private readonly SingleFlight<object, bool> _loads = new();
    private readonly CancellationTokenSource _stopping = new();
    private readonly SecondLevel? _second;
    private readonly Removals _removals;

    public SessionCache(CachePolicy policy, TimeProvider clock, ILogger logger, SecondLevel? second = null)
    {
        _second = second;
        _removals = new Removals(policy.FreshFor + policy.StaleIfError);
        _policy = policy;
        _clock = clock;
        _time = new CacheClock(clock);
        _logger = logger;
        _entries = new EntryStore(policy.MaxBytes, _time);
    }

    /// <param name="key">What makes the answer what it is, by value.</param>
    /// <param name="source">Where it comes from.</param>
    /// <param name="patience">How long to wait when there is nothing at all.</param>
    /// <param name="insist">Whether to wait that long for a fresh answer, even if there is an old one.</param>
    /// <param name="cancellationToken">Ends the waiting, not the fetch.</param>
    public ValueTask<CacheAnswer<T>> GetAsync<TKey, T>(TKey key, ICacheSource<TKey, T> source, TimeSpan patience, bool insist, CancellationToken cancellationToken)
        where TKey : class
        where T : class
    {
        cancellationToken.ThrowIfCancellationRequested();
        return _second is not null && !source.IsPrivate && _entries.Find(key) is null
            ? LoadAndFindAsync(key, source, patience, insist, cancellationToken)
            : FindAsync(key, source, patience, insist, cancellationToken);
    }

    private ValueTask<CacheAnswer<T>> FindAsync<TKey, T>(TKey key, ICacheSource<TKey, T> source, TimeSpan patience, bool insist, CancellationToken cancellationToken)
        where TKey : class
        where T : class
    {
        var now = _time.UtcNow;
        var entry = _entries.Find(key);
        if (entry is not null && now < entry.RetryAt)
        {
            entry.Outage?.Spare();
            return ValueTask.FromResult(Answer<T>(entry, now));
        }

        if (entry?.HasValue(now) != true) return WaitAsync<T>(null, Start(key, source), patience, cancellationToken);
        var age = now - entry.FetchedAt;
        if (age < _policy.FreshFor) return ValueTask.FromResult(Answer<T>(entry, now));
        var refresh = Start(key, source);
        if (insist) return WaitAsync<T>(entry, refresh, patience, cancellationToken);
        return age < _policy.FreshFor + _policy.StaleWhileRevalidate
            ? ValueTask.FromResult(Answer<T>(entry, now))
            : WaitAsync<T>(entry, refresh, Shorter(patience, _policy.SoftTimeout), cancellationToken);
    }

    /// <summary>How many fetches are under way.</summary>
    public int UnderWay => _flights.UnderWay;

    /// <summary>Fetches anew what may still be fresh, unless upstream is being left alone.</summary>
    public async Task<CacheAnswer<T>> RefreshAsync<TKey, T>(TKey key, ICacheSource<TKey, T> source, CancellationToken cancellationToken)
        where TKey : class
        where T : class
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Answer<T>(await Start(key, source, evenIfFresh: true).WaitAsync(cancellationToken), _time.UtcNow);
    }

    /// <summary>Forgets answers, what is on its way at the moment, and, as far as they are known here, those of the second level.</summary>
    public async Task RemoveAsync<TKey, T>(ICacheSource<TKey, T> source, Func<TKey, bool> which)
        where TKey : class
        where T : class
    {
        _removals.Add(key => key is TKey own && which(own), _clock.GetUtcNow());
        foreach (var key in _entries.Keys.OfType<TKey>().Where(which).ToList())
        {
            _entries.Remove(key);
            if (_second is not null && !source.IsPrivate) await _second.RemoveAsync(source.NameOf(key));
        }
    }

    /// <summary>Forgets one answer, here and in the second level.</summary>
    public async Task RemoveAsync<TKey, T>(TKey key, ICacheSource<TKey, T> source)
        where TKey : class
        where T : class
    {
        await RemoveAsync<TKey, T>(source, key.Equals);
        if (_second is not null && !source.IsPrivate) await _second.RemoveAsync(source.NameOf(key));
    }

    public void Dispose()
    {
        _stopping.Cancel();
        _entries.Dispose();
        _stopping.Dispose();
    }

    private Task<CacheEntry> Start<TKey, T>(TKey key, ICacheSource<TKey, T> source, bool evenIfFresh = false)
        where TKey : class
        where T : class
    {
        ObjectDisposedException.ThrowIf(_stopping.IsCancellationRequested, this);
        return _flights.JoinOrStart(key, () => FetchAsync(key, source, evenIfFresh));
    }

    private async Task<CacheEntry> FetchAsync<TKey, T>(TKey key, ICacheSource<TKey, T> source, bool evenIfFresh)
        where TKey : class
        where T : class
    {
        var before = _entries.Find(key);
        // A caller may have looked just before the flight ahead of this one landed.
        if (before is not null && ((!evenIfFresh && IsFresh(before)) || _time.UtcNow < before.RetryAt)) return before;
        var second = source.IsPrivate ? null : _second;
        if (second is not null && await FindElsewhereAsync(second, key, source, before, evenIfFresh) is { } found)
        {
            if (_time.UtcNow < found.RetryAt || (!evenIfFresh && IsFresh(found))) return found;
            before = found;
        }

        var removals = _removals.State;
        var started = _clock.GetTimestamp();
        CacheEntry entry;
        Fetched<T> fetched = default;
        try
        {
            var last = before?.Value is T value ? new Fetched<T>(value, before.ValueBytes) { Validators = before.Validators } : default(Fetched<T>?);
            fetched = await source.FetchAsync(key, last, _stopping.Token);
            entry = fetched.Failure is { } failure
                ? Failed(key, source, Kept(before, fetched), failure, _clock.GetElapsedTime(started))
                : Succeeded(key, source, before, fetched);
        }
        catch (ApiException e)
        {
            entry = Failed(key, source, before, e, _clock.GetElapsedTime(started));
        }

        entry = CheckSpeed(key, source, before, entry, _clock.GetElapsedTime(started));
        // What was fetched before a removal may be what was meant to be removed.
        if (_stopping.IsCancellationRequested || removals != _removals.State) return entry;
        _entries.Put(key, entry, Expiry(entry));
        // Nobody waits for this.
        if (second is not null) _ = ShareAsync(second, source.NameOf(key), entry, fetched, isForgotten: before?.Value is not null && entry.Value is null);
        return entry;
    }

    private CacheEntry Succeeded<TKey, T>(TKey key, ICacheSource<TKey, T> source, CacheEntry? before, Fetched<T> fetched)
        where TKey : class
        where T : class
    {
        var now = _time.UtcNow;
        if (before?.Outage is { } outage) UpstreamEvents.Recovered(_logger, source.Source, source.NameOf(key), now - outage.Since, outage.Attempts, outage.Spared);
        if (fetched.IsUnchanged && _logger.IsEnabled(LogLevel.Debug)) UpstreamEvents.NotModified(_logger, source.Source, source.NameOf(key));
        var notes = fetched.IsUnchanged ? before!.Notes : fetched.Notes ?? [];
        foreach (var note in notes)
        {
            if (before?.Notes.Any(told => told.Kind == note.Kind) != true) CacheLog.Tell(_logger, source.Source, source.NameOf(key), note);
        }

        return new CacheEntry(fetched.Value, fetched.Bytes, now)
        {
            ValueEnds = now + _policy.FreshFor + _policy.StaleIfError,
            Validators = fetched.Validators,
            Notes = notes,
            IsSlow = before?.IsSlow ?? false,
        };
    }

    /// <summary>What was known before, with a value that was kept from before the process.</summary>
    private CacheEntry Kept<T>(CacheEntry? before, Fetched<T> fetched)
        where T : class
    {
        var ends = fetched.KeptAt + _policy.FreshFor + _policy.StaleIfError;
        return new CacheEntry(fetched.Value, fetched.Bytes, fetched.KeptAt) { ValueEnds = ends, Outage = before?.Outage };
    }

    /// <summary>What was known before, and that one more attempt has failed.</summary>
    private CacheEntry Failed<TKey, T>(TKey key, ICacheSource<TKey, T> source, CacheEntry? before, ApiException failure, TimeSpan elapsed)
        where TKey : class
        where T : class
    {
        var now = _time.UtcNow;
        before ??= new CacheEntry(null, 0, now) { ValueEnds = now };
        if (failure.IsHeldBack) return before with { Failure = failure, RetryAt = now + failure.RetryAfter!.Value };
        var outage = Outage.Next(before.Outage, failure.Fault, now);
        var window = failure.RetryAfter is { } asked ? RetryWindow.AsAsked(asked) : failure.Fault.Window ?? RetryWindow.After(outage.Attempts, Random.Shared.NextDouble());
        if (outage.IsNews) failure.Fault.Log(_logger, source.Source, source.NameOf(key), failure, elapsed, outage.Attempts, _clock.GetUtcNow() + window);
        var ends = outage.GraceEnds is { } grace && grace < before.ValueEnds ? grace : before.ValueEnds;
        if (source.IsPrivate && failure.Failure == ApiFailure.Unauthorized) ends = now;
        var isPurged = now >= ends;
        return before with
        {
            Value = isPurged ? null : before.Value,
            ValueBytes = isPurged ? 0 : before.ValueBytes,
            Validators = isPurged || failure.Fault == ApiFault.BadNotModified ? null : before.Validators,
            ValueEnds = ends,
            Failure = failure,
            Outage = outage,
            RetryAt = now + window,
        };
    }

    private CacheEntry CheckSpeed<TKey, T>(TKey key, ICacheSource<TKey, T> source, CacheEntry? before, CacheEntry entry, TimeSpan elapsed)
        where TKey : class
        where T : class
    {
        var isSlow = entry.Failure is null && elapsed > _policy.SoftTimeout;
        if (isSlow && before?.IsSlow != true) UpstreamEvents.Slow(_logger, source.Source, source.NameOf(key), Math.Round(elapsed.TotalMilliseconds));
        return isSlow == entry.IsSlow ? entry : entry with { IsSlow = isSlow };
    }

    private async ValueTask<CacheAnswer<T>> WaitAsync<T>(CacheEntry? old, Task<CacheEntry> flight, TimeSpan patience, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            return Answer<T>(await flight.WaitAsync(patience, _clock, cancellationToken), _time.UtcNow);
        }
        catch (TimeoutException)
        {
            return old is null ? default : Answer<T>(old, _time.UtcNow);
        }
    }

    private bool IsFresh(CacheEntry entry) => entry is { Value: not null, Failure: null } && _time.UtcNow - entry.FetchedAt < _policy.FreshFor;

    private static DateTimeOffset Expiry(CacheEntry entry)
    {
        var failureEnds = entry.Failure is null ? default : entry.RetryAt + OutageMemory;
        return entry.Value is not null && entry.ValueEnds > failureEnds ? entry.ValueEnds : failureEnds;
    }

    private CacheAnswer<T> Answer<T>(CacheEntry entry, DateTimeOffset now)
        where T : class
    {
        if (!entry.HasValue(now))
        {
            Telemetry.Add(Telemetry.Lookups, "result", entry.Failure is null ? "miss" : "negative");
            return new CacheAnswer<T>(null, default, default, false, entry.Failure);
        }

        var left = _policy.FreshFor - (now - entry.FetchedAt);
        var isStale = left <= TimeSpan.Zero;
        Telemetry.Add(Telemetry.Lookups, "result", isStale ? "stale" : "fresh");
        var wall = _clock.GetUtcNow();
        return new CacheAnswer<T>((T)entry.Value!, entry.FetchedAt, isStale ? wall : wall + left, isStale, entry.Failure);
    }

    private static TimeSpan Shorter(TimeSpan patience, TimeSpan limit) =>
        patience == Timeout.InfiniteTimeSpan || limit < patience ? limit : patience;
}
