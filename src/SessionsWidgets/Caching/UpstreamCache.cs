using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace SessionsWidgets;

/// <summary>Caches upstream data with stale-while-revalidate, stale-if-error, negative caching, back-off and single flight.</summary>
/// <remarks>Thread-safe.</remarks>
internal sealed partial class UpstreamCache : IDisposable, IAsyncDisposable
{
    private const int MaxConcurrentRefreshes = 4;

    private readonly CachePolicy _policy;
    private readonly TimeProvider _clock;
    private readonly TimeProvider _waiting;
    private readonly CacheClock _time;
    private readonly ILogger _logger;
    private readonly BoundedMemoryStore<CacheEntry> _entries;
    private readonly SingleFlight<object, CacheEntry> _fetches = new();
    private readonly SingleFlight<object, bool> _loads = new();
    private readonly Lock _failing = new();
    private readonly UnreachableHosts _unreachable;

    /// <summary>When the oldest fetch under way began, by the key of failures.</summary>
    private readonly ConcurrentDictionary<object, RunningFetch> _fetching = new();

    private readonly CancellationTokenSource _stopping = new();
    private readonly CancellationToken _stopped;
    private readonly DistributedStore? _distributed;
    private readonly ConcurrentDictionary<Task, bool> _writes = new();

    /// <remarks><paramref name="unreachable"/>: the hosts that several caches of one upstream share; null for the cache's own.</remarks>
    public UpstreamCache(
        CachePolicy policy, Clocks clocks, ILogger logger, DistributedStore? distributed = null, UnreachableHosts? unreachable = null)
    {
        _unreachable = unreachable ?? new UnreachableHosts();
        _distributed = distributed;
        _stopped = _stopping.Token;
        _policy = policy;
        (_clock, _waiting) = (clocks.Host, clocks.Waiting);
        _time = new CacheClock(_clock);
        _logger = logger;
        _entries = new BoundedMemoryStore<CacheEntry>(policy.MaxBytes, Telemetry.Rejected);
    }

    /// <summary>The number of entries in memory, failures included.</summary>
    public int Entries => _entries.Count;

    /// <summary>The number of fetches and writes in progress.</summary>
    public int UnderWay => _fetches.UnderWay + _writes.Count;

    /// <summary>The queries that fail at present, each with the start of its failures.</summary>
    public IEnumerable<(ApiFault Fault, DateTimeOffset Since)> GetOutages()
    {
        var (now, wall) = (_time.UtcNow, _clock.GetUtcNow());
        foreach (var key in _entries.Keys)
        {
            // A query that is no longer requested says nothing about the present.
            if (_entries.Get(key, now) is { FailureStreak: { } streak, RetryAt: var next } && now < next + FailureMemory)
                yield return (streak.Fault, wall - (now - streak.Since));
        }
    }

    /// <param name="key">The query, compared by value.</param>
    /// <param name="source">Fetches the value.</param>
    /// <param name="maxWait">How long to wait without a cached value; finite for pages, whose fetches are charged to the budget.</param>
    /// <param name="requireFresh">Whether to wait for a fresh value even if there is a stale one.</param>
    /// <param name="cancellationToken">Cancels the wait, not the fetch.</param>
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

    /// <summary>The cached value of any age, from memory or the distributed cache; null if there is none. Never fetches.</summary>
    public async ValueTask<T?> PeekAsync<TKey, T>(TKey key, ICacheSource<TKey, T> source)
        where TKey : class
        where T : class
    {
        if (MayBeDistributed(key, source)) await _loads.JoinOrStart(key, call => LoadAsync(key, source, call));
        return _entries.Get(source.EntryKeyOf(key), _time.UtcNow)?.Value as T;
    }

    /// <summary>Fetches even if the cached value is fresh, unless the query is backing off.</summary>
    public async Task<CacheResult<T>> RefreshAsync<TKey, T>(TKey key, ICacheSource<TKey, T> source, CancellationToken cancellationToken)
        where TKey : class
        where T : class
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ToResult<T>(await Start(key, source, force: true).WaitAsync(cancellationToken), _time.UtcNow);
    }

    /// <summary>Refreshes the entries in memory that match, a few at a time.</summary>
    public Task RefreshAsync<TKey, T>(ICacheSource<TKey, T> source, Func<TKey, bool> predicate, CancellationToken cancellationToken)
        where TKey : class
        where T : class
    {
        var options = new ParallelOptions { MaxDegreeOfParallelism = MaxConcurrentRefreshes, CancellationToken = cancellationToken };
        var keys = _entries.Keys.OfType<TKey>().Where(predicate).ToList();
        return Parallel.ForEachAsync(keys, options, async (key, token) => await RefreshAsync(key, source, token));
    }

    /// <summary>Removes entries, discards their fetches in progress, and publishes the removal to other servers.</summary>
    /// <param name="predicate">Selects the entries.</param>
    /// <param name="name">Their common name for other servers; null for everything.</param>
    /// <param name="isPrivate">Whether they hold personal data, which other servers do not have.</param>
    public async Task RemoveAsync<TKey>(Func<TKey, bool> predicate, string? name, bool isPrivate)
        where TKey : class
    {
        // Writers first, then entries.
        _loads.Invalidate(key => key is TKey own && predicate(own));
        _fetches.Invalidate(key => key is TKey own && predicate(own));
        foreach (var key in _fetching.Keys.OfType<TKey>().Where(predicate)) _fetching.TryRemove(key, out _);
        foreach (var key in _entries.Keys.OfType<TKey>().Where(predicate).ToList()) _entries.Remove(key);
        if (_distributed is not null && !isPrivate) await _distributed.PublishRemovalAsync(name);
    }

    public void Dispose()
    {
        if (_stopping.IsCancellationRequested) return;
        _stopping.Cancel();
        _entries.Clear();
        _stopping.Dispose();
    }

    /// <summary>Cancels fetches, and waits for writes to the distributed cache.</summary>
    public async ValueTask DisposeAsync()
    {
        Dispose();
        await Task.WhenAll(_writes.Keys);
    }

    private bool MayBeDistributed<TKey, T>(TKey key, ICacheSource<TKey, T> source)
        where TKey : class
        where T : class =>
        _distributed is not null && !source.IsPrivate && _entries.Get(source.EntryKeyOf(key), _time.UtcNow) is null;

    private ValueTask<CacheResult<T>> GetOrFetchAsync<TKey, T>(
        TKey key, ICacheSource<TKey, T> source, TimeSpan maxWait, bool requireFresh, CancellationToken cancellationToken)
        where TKey : class
        where T : class
    {
        var now = _time.UtcNow;
        var failureKey = source.FailureKeyOf(key);
        var entry = Find(source.EntryKeyOf(key), failureKey, now);
        if (entry is not null && now < entry.RetryAt)
        {
            entry.FailureStreak?.CountSuppressed();
            return ValueTask.FromResult(ToResult<T>(entry, now));
        }

        var hasValue = entry?.HasValue(now) == true;
        if (hasValue && now < entry!.FreshUntil) return ValueTask.FromResult(ToResult<T>(entry, now));
        var (isForPage, age) = (maxWait != Timeout.InfiniteTimeSpan, AgeOfFetch(failureKey));
        // A fetch that hangs for one guest is not started for others.
        if (isForPage && failureKey is HashedKey && age >= _policy.PageBudget) return default;
        var refresh = Start(key, source, isForPage: isForPage, isGivenUp: maxWait == TimeSpan.Zero);
        if (!hasValue || requireFresh)
            return WaitAsync<T>(hasValue ? entry : null, refresh, LeftOf(maxWait, _policy.PageBudget, age), failureKey, cancellationToken);
        if (now < entry!.FreshUntil + _policy.StaleWhileRevalidate) return ValueTask.FromResult(ToResult<T>(entry, now));
        var softWait = LeftOf(Shorter(maxWait, _policy.SoftTimeout), _policy.SoftTimeout, age);
        return WaitAsync<T>(entry, refresh, softWait, failureKey, cancellationToken);
    }

    /// <summary>The entry of a query, or the failure that it shares with others.</summary>
    private CacheEntry? Find(object key, object failureKey, DateTimeOffset now)
    {
        var own = _entries.Get(key, now);
        return ReferenceEquals(key, failureKey) || own?.RetryAt > now ? own : _entries.Get(failureKey, now) ?? own;
    }

    /// <summary>The age of a fetch; once a page has stopped waiting for it, older than any.</summary>
    private TimeSpan AgeOfFetch(object failureKey) => !_fetching.TryGetValue(failureKey, out var running) ? TimeSpan.Zero
        : running.IsGivenUp ? TimeSpan.MaxValue
        : _waiting.GetElapsedTime(running.Began);

    /// <summary>Pages wait for a fetch until it is as old as the longest wait of a page: for one that hangs, only the first do.</summary>
    private static TimeSpan LeftOf(TimeSpan maxWait, TimeSpan longest, TimeSpan age)
    {
        if (maxWait == Timeout.InfiniteTimeSpan) return maxWait;
        var left = (maxWait > longest ? maxWait : longest) - age;
        return left <= TimeSpan.Zero ? TimeSpan.Zero : Shorter(maxWait, left);
    }

    private async ValueTask<CacheResult<T>> WaitAsync<T>(
        CacheEntry? old, Task<CacheEntry> call, TimeSpan maxWait, object failureKey, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            if (maxWait != TimeSpan.Zero || call.IsCompleted)
                return ToResult<T>(await call.WaitAsync(maxWait, _waiting, cancellationToken), _time.UtcNow);
        }
        catch (TimeoutException)
        {
            // Without it.
        }

        if (_fetching.TryGetValue(failureKey, out var running)) running.IsGivenUp = true;
        return old is null ? default : ToResult<T>(old, _time.UtcNow);
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
        var isStale = left <= TimeSpan.Zero && entry.IsCacheable;
        Telemetry.Add(Telemetry.Lookups, "result", isStale ? "stale" : "fresh");
        var wall = _clock.GetUtcNow();
        return new CacheResult<T>((T)entry.Value!, entry.FetchedAt, left <= TimeSpan.Zero ? wall : wall + left, isStale, entry.Failure);
    }

    /// <summary>A fetch that is under way.</summary>
    private sealed class RunningFetch(long began)
    {
        public long Began => began;

        /// <summary>Whether a page has stopped waiting for it.</summary>
        public volatile bool IsGivenUp;
    }

    private static TimeSpan Shorter(TimeSpan maxWait, TimeSpan limit) =>
        maxWait == Timeout.InfiniteTimeSpan || limit < maxWait ? limit : maxWait;
}
