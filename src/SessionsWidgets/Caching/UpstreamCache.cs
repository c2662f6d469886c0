using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace SessionsWidgets;

/// <summary>
/// Keeps the last good answers and decides who waits how long: fresh and stale-while-revalidate at once, older ones after
/// a short wait, missing ones within the caller's patience. One fetch at a time for a key; a failing upstream is left alone for a while.
/// </summary>
/// <remarks>Thread-safe.</remarks>
internal sealed partial class UpstreamCache : IDisposable, IAsyncDisposable
{
    /// <summary>How many answers are fetched at a time when many are fetched anew.</summary>
    private const int RefreshesAtOnce = 4;

    private readonly CachePolicy _policy;
    private readonly TimeProvider _clock;
    private readonly CacheClock _time;
    private readonly ILogger _logger;
    private readonly BoundedMemoryStore _entries;
    private readonly SingleFlight<object, CacheEntry> _flights = new();
    private readonly SingleFlight<object, bool> _loads = new();
    private readonly CancellationTokenSource _stopping = new();
    private readonly CancellationToken _stopped;
    private readonly DistributedStore? _second;
    private readonly ConcurrentDictionary<Task, bool> _shares = new();

    public UpstreamCache(CachePolicy policy, TimeProvider clock, ILogger logger, DistributedStore? second = null)
    {
        _second = second;
        _stopped = _stopping.Token;
        _policy = policy;
        _clock = clock;
        _time = new CacheClock(clock);
        _logger = logger;
        _entries = new BoundedMemoryStore(policy.MaxBytes, _time);
    }

    /// <summary>How many answers, and failures to get one, are in memory.</summary>
    public int Entries => _entries.Count;

    /// <summary>How many answers are being fetched or stored.</summary>
    public int UnderWay => _flights.UnderWay + _shares.Count;

    /// <summary>The failures to get answers that were asked for lately, each with the moment at which it began.</summary>
    public IEnumerable<(ApiFault Fault, DateTimeOffset Since)> GetOutages()
    {
        var (now, wall) = (_time.UtcNow, _clock.GetUtcNow());
        foreach (var key in _entries.Keys)
        {
            // What nobody asks for any more says nothing of the present.
            if (_entries.Get(key) is { FailureStreak: { } outage, RetryAt: var next } && now < next + FailureMemory)
                yield return (outage.Fault, wall - (now - outage.Since));
        }
    }

    /// <param name="key">What makes the answer what it is, by value.</param>
    /// <param name="source">Where it comes from.</param>
    /// <param name="maxWait">How long to wait when there is nothing at all. A page's is limited, and so is what pages may ask for.</param>
    /// <param name="requireFresh">Whether to wait that long for a fresh answer, even if there is an old one.</param>
    /// <param name="cancellationToken">Ends the waiting, not the fetch.</param>
    public ValueTask<CacheResult<T>> GetAsync<TKey, T>(
        TKey key, ICacheSource<TKey, T> source, TimeSpan maxWait, bool requireFresh, CancellationToken cancellationToken)
        where TKey : class
        where T : class
    {
        cancellationToken.ThrowIfCancellationRequested();
        return MayBeDistributed(key, source)
            ? LoadThenGetAsync(key, source, maxWait, requireFresh, cancellationToken)
            : GetOrFetchAsync(key, source, maxWait, requireFresh, cancellationToken);
    }

    /// <summary>What is kept of an answer, here or in the second level, whatever its age; null when there is none. Upstream is not
    /// asked.</summary>
    public async ValueTask<T?> PeekAsync<TKey, T>(TKey key, ICacheSource<TKey, T> source)
        where TKey : class
        where T : class
    {
        if (MayBeDistributed(key, source)) await _loads.JoinOrStart(key, flight => LoadAsync(key, source, flight));
        return _entries.Get(source.EntryKeyOf(key))?.Value as T;
    }

    /// <summary>Fetches anew what may still be fresh, unless upstream is being left alone.</summary>
    public async Task<CacheResult<T>> RefreshAsync<TKey, T>(TKey key, ICacheSource<TKey, T> source, CancellationToken cancellationToken)
        where TKey : class
        where T : class
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ToResult<T>(await Start(key, source, force: true).WaitAsync(cancellationToken), _time.UtcNow);
    }

    /// <summary>Fetches anew, a few at a time, what is in memory.</summary>
    public Task RefreshAsync<TKey, T>(ICacheSource<TKey, T> source, Func<TKey, bool> which, CancellationToken cancellationToken)
        where TKey : class
        where T : class
    {
        var options = new ParallelOptions { MaxDegreeOfParallelism = RefreshesAtOnce, CancellationToken = cancellationToken };
        return Parallel.ForEachAsync(
            _entries.Keys.OfType<TKey>().Where(which).ToList(), options, async (key, token) => await RefreshAsync(key, source, token));
    }

    /// <summary>Forgets answers here, what is on its way included, and tells other servers.</summary>
    /// <param name="source">Where they come from.</param>
    /// <param name="which">Those that go.</param>
    /// <param name="name">The name that they have in common for other servers; null for everything.</param>
    public async Task RemoveAsync<TKey, T>(ICacheSource<TKey, T> source, Func<TKey, bool> which, string? name)
        where TKey : class
        where T : class
    {
        // First those who would put something there, then what is there.
        _loads.Invalidate(key => key is TKey own && which(own));
        _flights.Invalidate(key => key is TKey own && which(own));
        foreach (var key in _entries.Keys.OfType<TKey>().Where(which).ToList()) _entries.Remove(key);
        if (_second is not null && !source.IsPrivate) await _second.PublishRemovalAsync(name);
    }

    public void Dispose()
    {
        if (_stopping.IsCancellationRequested) return;
        _stopping.Cancel();
        _entries.Dispose();
        _stopping.Dispose();
    }

    /// <summary>Ends the fetches, and waits until what has been fetched is stored in the second level.</summary>
    public async ValueTask DisposeAsync()
    {
        Dispose();
        await Task.WhenAll(_shares.Keys);
    }

    /// <summary>Whether only the second level may have it.</summary>
    private bool MayBeDistributed<TKey, T>(TKey key, ICacheSource<TKey, T> source)
        where TKey : class
        where T : class =>
        _second is not null && !source.IsPrivate && _entries.Get(source.EntryKeyOf(key)) is null;

    private ValueTask<CacheResult<T>> GetOrFetchAsync<TKey, T>(
        TKey key, ICacheSource<TKey, T> source, TimeSpan maxWait, bool requireFresh, CancellationToken cancellationToken)
        where TKey : class
        where T : class
    {
        var now = _time.UtcNow;
        var entry = _entries.Get(source.EntryKeyOf(key));
        if (entry is not null && now < entry.RetryAt)
        {
            entry.FailureStreak?.CountSuppressed();
            return ValueTask.FromResult(ToResult<T>(entry, now));
        }

        var hasValue = entry?.HasValue(now) == true;
        if (hasValue && now < entry!.FreshUntil) return ValueTask.FromResult(ToResult<T>(entry, now));
        var refresh = Start(key, source, isForPage: maxWait != Timeout.InfiniteTimeSpan);
        if (!hasValue) return WaitAsync<T>(null, refresh, maxWait, cancellationToken);
        if (requireFresh) return WaitAsync<T>(entry, refresh, maxWait, cancellationToken);
        return now < entry!.FreshUntil + _policy.StaleWhileRevalidate
            ? ValueTask.FromResult(ToResult<T>(entry, now))
            : WaitAsync<T>(entry, refresh, Shorter(maxWait, _policy.SoftTimeout), cancellationToken);
    }

    private async ValueTask<CacheResult<T>> WaitAsync<T>(
        CacheEntry? old, Task<CacheEntry> flight, TimeSpan maxWait, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            return ToResult<T>(await flight.WaitAsync(maxWait, _clock, cancellationToken), _time.UtcNow);
        }
        catch (TimeoutException)
        {
            return old is null ? default : ToResult<T>(old, _time.UtcNow);
        }
    }

    private CacheResult<T> ToResult<T>(CacheEntry entry, DateTimeOffset now)
        where T : class
    {
        if (!entry.HasValue(now))
        {
            Telemetry.Add(Telemetry.Lookups, "result", entry.Failure is null ? "miss" : "negative");
            return new CacheResult<T>(null, default, default, false, entry.Failure);
        }

        var left = entry.FreshUntil - now;
        var isStale = left <= TimeSpan.Zero && entry.IsKept;
        Telemetry.Add(Telemetry.Lookups, "result", isStale ? "stale" : "fresh");
        var wall = _clock.GetUtcNow();
        return new CacheResult<T>((T)entry.Value!, entry.FetchedAt, left <= TimeSpan.Zero ? wall : wall + left, isStale, entry.Failure);
    }

    private static TimeSpan Shorter(TimeSpan maxWait, TimeSpan limit) =>
        maxWait == Timeout.InfiniteTimeSpan || limit < maxWait ? limit : maxWait;
}
