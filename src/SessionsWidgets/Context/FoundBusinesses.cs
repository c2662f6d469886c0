using System.Runtime.ExceptionServices;
using Microsoft.Extensions.Logging;

namespace SessionsWidgets;

/// <summary>Calls the <see cref="IBusinessSource"/> and caches its results, also if there is no business. Thread-safe.</summary>
/// <remarks>One call at a time for a name. If the source fails, its earlier result is used for as long as a stale response.</remarks>
internal sealed partial class FoundBusinesses
{
    /// <summary>The maximum number of names, for names of up to 100 characters; longer ones count as several.</summary>
    public const int MaxNames = 10_000;

    /// <summary>The time for which the source is not called again after it has failed.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    private readonly IBusinessSource? _source;
    private readonly SessionsClient _client;
    private readonly TimeProvider _waiting;
    private readonly CacheClock _clock;
    private readonly BoundedMemoryStore<FoundBusiness> _known;
    private readonly Dictionary<string, Task<FoundBusiness>> _calls = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();
    private int _isFailing;

    /// <param name="source">The source; null if the host has none.</param>
    /// <param name="client">The client of the businesses.</param>
    /// <param name="waiting">The clock of the deadline of a call.</param>
    public FoundBusinesses(IBusinessSource? source, SessionsClient client, TimeProvider waiting)
    {
        (_source, _client, _waiting, _clock) = (source, client, waiting, new CacheClock(client.Clock));
        _known = new BoundedMemoryStore<FoundBusiness>(MaxNames, rejected: null);
    }

    /// <summary>The number of remembered names.</summary>
    public int Count => _known.Count;

    /// <summary>Finds a business; null if there is none.</summary>
    /// <exception cref="TimeoutException">The source took too long.</exception>
    public async ValueTask<FoundBusiness?> FindAsync(string name, CancellationToken cancellationToken)
    {
        if (_source is null) return null;
        var now = _clock.UtcNow;
        var known = _known.Get(name, now);
        if (known is null || known.FreshUntil <= now) known = await CallOnceAsync(name, known).WaitAsync(cancellationToken);
        known.Error?.Throw();
        return known.Options is null ? null : known;
    }

    /// <summary>Removes a name. The result of a call that is under way is not remembered.</summary>
    public void Remove(string name)
    {
        lock (_lock)
        {
            _calls.Remove(name);
            _known.Remove(name);
        }
    }

    private Task<FoundBusiness> CallOnceAsync(string name, FoundBusiness? before)
    {
        var result = new TaskCompletionSource<FoundBusiness>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock)
        {
            if (_calls.TryGetValue(name, out var call)) return call;
            // A call may have ended since the caller looked.
            var now = _clock.UtcNow;
            if (_known.Get(name, now) is { } known && known.FreshUntil > now) return Task.FromResult(known);
            _calls.Add(name, result.Task);
        }

        _ = CallAsync(name, before, result);
        return result.Task;
    }

    private async Task CallAsync(string name, FoundBusiness? before, TaskCompletionSource<FoundBusiness> result)
    {
        var found = await CallAsync(name, before);
        lock (_lock)
        {
            // Otherwise, the name has been removed meanwhile.
            if (_calls.TryGetValue(name, out var call) && call == result.Task)
            {
                _calls.Remove(name);
                Remember(name, found);
            }
        }

        result.SetResult(found);
    }

    private async Task<FoundBusiness> CallAsync(string name, FoundBusiness? before)
    {
        var deadline = _client.Policy.FetchDeadline;
        using var timer = new CancellationTokenSource(deadline, _waiting);
        try
        {
            var options = await _source!.FindAsync(name, timer.Token).AsTask().WaitAsync(timer.Token);
            Volatile.Write(ref _isFailing, 0);
            return new FoundBusiness(name, options, _clock.UtcNow, _clock.UtcNow + _client.Policy.FreshFor);
        }
        catch (Exception e)
        {
            if (timer.IsCancellationRequested)
                e = new TimeoutException($"the IBusinessSource has not responded within {deadline} (Cache:FetchDeadline).", e);
            var until = _clock.UtcNow + (Pause < _client.Policy.FreshFor ? Pause : _client.Policy.FreshFor);
            if (before?.Options is null || before.KnownSince + _client.Policy.StaleIfError <= _clock.UtcNow)
                return new FoundBusiness(name, null, _clock.UtcNow, until) { Error = ExceptionDispatchInfo.Capture(e) };
            if (Interlocked.Exchange(ref _isFailing, 1) == 0) SourceFailed(_client.Logger, name, before.KnownSince, e.Message);
            return new FoundBusiness(name, before.Options, before.KnownSince, until);
        }
    }

    private void Remember(string name, FoundBusiness found)
    {
        var lastUse = found.Options is null ? found.FreshUntil : found.KnownSince + _client.Policy.StaleIfError;
        _known.Set(name, found, lastUse > found.FreshUntil ? lastUse : found.FreshUntil, _clock.UtcNow);
    }

    [LoggerMessage(
        EventId = 411,
        EventName = "business.source_failed",
        Level = LogLevel.Warning,
        Message = "The IBusinessSource fails. What it found before is used, for '{Business}' that of {Time:u}: {Reason}")]
    private static partial void SourceFailed(ILogger logger, string business, DateTimeOffset time, string reason);
}
