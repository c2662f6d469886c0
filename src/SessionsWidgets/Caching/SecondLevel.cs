using System.Security.Cryptography;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Logging;

namespace SessionsWidgets;

/// <summary>
/// The cache that several servers share: whatever <see cref="IDistributedCache"/> the host has. Holds the validated bytes of upstream, with
/// their time and validators. It can be slow, dead or full of anything; that costs its use and nothing else.
/// </summary>
/// <remarks>Thread-safe. Each call has a small time-out; after a failure it is left alone for a while.</remarks>
internal sealed class SecondLevel(IDistributedCache store, CachePolicy policy, TimeProvider clock, ILogger logger)
{
    /// <summary>How long one server may take for a refresh before another does it too.</summary>
    public static readonly TimeSpan LeaseLength = TimeSpan.FromSeconds(3);

    private const string Prefix = "sessions-widgets:";

    private readonly byte[] _self = RandomNumberGenerator.GetBytes(16);
    private readonly Lock _lock = new();
    private int _failures;
    private long _failedAt;
    private TimeSpan _window;

    /// <summary>What is stored; null when there is nothing, or nothing of use.</summary>
    public async Task<KeptAnswers?> FindAsync(string name)
    {
        var (isDone, bytes) = await TryAsync(token => store.GetAsync(Prefix + name, token));
        if (!isDone) return null;
        var kept = bytes is null ? null : KeptAnswers.Read(bytes);
        Tell(bytes is null ? "miss" : kept is null ? "broken" : "hit");
        return kept;
    }

    public Task SaveAsync(string name, KeptAnswers kept) =>
        TryAsync(token => SetAsync(Prefix + name, kept.Write(), policy.FreshFor + policy.StaleIfError, token));

    /// <summary>Tells that what is stored still holds.</summary>
    public async Task TouchAsync(string name, DateTimeOffset now)
    {
        if (await FindAsync(name) is { } kept) await SaveAsync(name, kept with { FetchedAt = now });
    }

    public Task RemoveAsync(string name) => TryAsync(async token =>
    {
        await store.RemoveAsync(Prefix + name, token);
        return true;
    });

    /// <summary>Whether this server may refresh an answer. Best effort: the host's cache has no way to be sure; and yes when it cannot be asked.</summary>
    public async Task<bool> TryLeaseAsync(string name)
    {
        var lease = $"{Prefix}{name}:lease";
        var (isDone, isOurs) = await TryAsync(async token =>
        {
            if (await store.GetAsync(lease, token) is not null) return false;
            await SetAsync(lease, _self, LeaseLength, token);
            // Of two that came at once, the later is there.
            return await store.GetAsync(lease, token) is { } holder && holder.AsSpan().SequenceEqual(_self);
        });
        return !isDone || isOurs;
    }

    public Task EndLeaseAsync(string name) => RemoveAsync($"{name}:lease");

    private async Task<bool> SetAsync(string key, byte[] value, TimeSpan length, CancellationToken token)
    {
        await store.SetAsync(key, value, new DistributedCacheEntryOptions { AbsoluteExpirationRelativeToNow = length }, token);
        return true;
    }

    private async Task<(bool IsDone, TResult? Result)> TryAsync<TResult>(Func<CancellationToken, Task<TResult>> call)
    {
        if (IsLeftAlone())
        {
            Tell("skipped");
            return default;
        }

        using var timer = new CancellationTokenSource(policy.SecondLevelTimeout, clock);
        try
        {
            // On a thread of its own: some stores block where they should wait.
            var result = await Task.Run(() => call(timer.Token), timer.Token).WaitAsync(timer.Token);
            if (Interlocked.Exchange(ref _failures, 0) > 0) CacheLog.StoreRecovered(logger);
            return (true, result);
        }
        catch (Exception e)
        {
            Tell("failed");
            if (Fail() == 1) CacheLog.StoreFailed(logger, e is OperationCanceledException ? "time-out" : e.GetType().Name);
            return default;
        }
    }

    private bool IsLeftAlone()
    {
        lock (_lock) return _failures > 0 && clock.GetElapsedTime(_failedAt) < _window;
    }

    private int Fail()
    {
        lock (_lock)
        {
            _failedAt = clock.GetTimestamp();
            _window = RetryWindow.After(++_failures, Random.Shared.NextDouble());
            return _failures;
        }
    }

    private static void Tell(string result) => Telemetry.Add(Telemetry.SecondLevel, "result", result);
}
