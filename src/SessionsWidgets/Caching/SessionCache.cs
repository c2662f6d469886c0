using Microsoft.Extensions.Logging;

namespace SessionsWidgets;

/// <summary>
/// Keeps the last good answers and decides who waits how long: fresh and stale-while-revalidate at once, older ones after
/// a short wait, missing ones within the caller's patience. One fetch at a time for a key; a failing upstream is left alone for a while.
/// </summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class SessionCache(CachePolicy policy, TimeProvider clock, ILogger logger) : IDisposable
{
    private readonly EntryStore _entries = new(policy.MaxBytes, clock);
    private readonly SingleFlight<object, CacheEntry> _flights = new();
    private readonly CancellationTokenSource _stopping = new();

    /// <param name="key">What makes the answer what it is, by value.</param>
    /// <param name="fetch">Gets the answer from upstream; fails with <see cref="ApiException"/>.</param>
    /// <param name="patience">How long to wait when there is nothing at all.</param>
    /// <param name="cancellationToken">Ends the waiting, not the fetch.</param>
    public ValueTask<CacheAnswer<T>> GetAsync<TKey, T>(TKey key, Func<TKey, CancellationToken, Task<Fetched<T>>> fetch, TimeSpan patience, CancellationToken cancellationToken)
        where TKey : class
        where T : class
    {
        cancellationToken.ThrowIfCancellationRequested();
        var now = clock.GetUtcNow();
        var entry = _entries.Find(key);
        if (entry?.Value is null || IsTooOld(entry, now))
        {
            return entry?.Failure is not null && now < entry.RetryAt
                ? ValueTask.FromResult(Nothing<T>(entry.Failure))
                : WaitForFirstAsync<TKey, T>(key, Start(key, fetch), patience, cancellationToken);
        }

        var age = now - entry.FetchedAt;
        if (age < policy.FreshFor) return ValueTask.FromResult(Answer<T>(entry, isStale: false));
        if (now < entry.RetryAt) return ValueTask.FromResult(Answer<T>(entry, isStale: true));
        var refresh = Start(key, fetch);
        return age < policy.FreshFor + policy.StaleWhileRevalidate
            ? ValueTask.FromResult(Answer<T>(entry, isStale: true))
            : WaitForNewerAsync<T>(entry, refresh, cancellationToken);
    }

    public void Dispose()
    {
        _stopping.Cancel();
        _entries.Dispose();
        _stopping.Dispose();
    }

    private Task<CacheEntry> Start<TKey, T>(TKey key, Func<TKey, CancellationToken, Task<Fetched<T>>> fetch)
        where TKey : class
        where T : class
    {
        ObjectDisposedException.ThrowIf(_stopping.IsCancellationRequested, this);
        return _flights.JoinOrStart(key, () => FetchAsync(key, fetch));
    }

    private async Task<CacheEntry> FetchAsync<TKey, T>(TKey key, Func<TKey, CancellationToken, Task<Fetched<T>>> fetch)
        where TKey : class
        where T : class
    {
        var before = _entries.Find(key);
        // A caller may have looked just before the flight ahead of this one landed.
        if (before is { Value: not null, Failure: null } && clock.GetUtcNow() - before.FetchedAt < policy.FreshFor) return before;
        CacheEntry entry;
        try
        {
            var fetched = await fetch(key, _stopping.Token);
            entry = new CacheEntry(fetched.Value, fetched.Bytes, clock.GetUtcNow());
            if (before?.Failure is not null) CacheLog.Recovered(logger, before.Failures);
        }
        catch (ApiException e)
        {
            var failures = (before?.Failures ?? 0) + 1;
            if (failures == 1) CacheLog.Failed(logger, e.Failure, e.Message);
            var now = clock.GetUtcNow();
            entry = new CacheEntry(before?.Value, before?.ValueBytes ?? 0, before?.FetchedAt ?? now)
            {
                Failure = e,
                Failures = failures,
                RetryAt = now + RetryWindow.After(failures, e.RetryAfter, Random.Shared.NextDouble()),
            };
        }

        if (!_stopping.IsCancellationRequested) _entries.Put(key, entry, Expiry(entry));
        return entry;
    }

    private async ValueTask<CacheAnswer<T>> WaitForFirstAsync<TKey, T>(TKey key, Task<CacheEntry> flight, TimeSpan patience, CancellationToken cancellationToken)
        where TKey : class
        where T : class
    {
        try
        {
            var entry = await flight.WaitAsync(patience, clock, cancellationToken);
            return entry.Value is null || IsTooOld(entry, clock.GetUtcNow()) ? Nothing<T>(entry.Failure) : Answer<T>(entry, entry.Failure is not null);
        }
        catch (TimeoutException)
        {
            return new CacheAnswer<T>(null, default, default, false, null);
        }
    }

    private async ValueTask<CacheAnswer<T>> WaitForNewerAsync<T>(CacheEntry old, Task<CacheEntry> refresh, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            var entry = await refresh.WaitAsync(policy.SoftTimeout, clock, cancellationToken);
            return Answer<T>(entry, entry.Failure is not null);
        }
        catch (TimeoutException)
        {
            return Answer<T>(old, isStale: true);
        }
    }

    private bool IsTooOld(CacheEntry entry, DateTimeOffset now) => now - entry.FetchedAt >= policy.FreshFor + policy.StaleIfError;

    private DateTimeOffset Expiry(CacheEntry entry)
    {
        var valueEnds = entry.FetchedAt + policy.FreshFor + policy.StaleIfError;
        // The count of failures outlives its window, or the window would start over each time.
        var failureEnds = entry.Failure is null ? default : entry.RetryAt + TimeSpan.FromMinutes(10);
        return entry.Value is not null && valueEnds > failureEnds ? valueEnds : failureEnds;
    }

    private CacheAnswer<T> Answer<T>(CacheEntry entry, bool isStale)
        where T : class
    {
        var freshUntil = isStale ? clock.GetUtcNow() : entry.FetchedAt + policy.FreshFor;
        return new CacheAnswer<T>((T)entry.Value!, entry.FetchedAt, freshUntil, isStale, entry.Failure);
    }

    private static CacheAnswer<T> Nothing<T>(ApiException? failure)
        where T : class => new(null, default, default, false, failure);
}
