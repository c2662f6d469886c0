
namespace SessionsWidgets.Sandbox.Requests;

/// <summary>
/// Every request that arrived, in the order of arrival, without those of the fault endpoint.
/// Thread-safe.
/// </summary>
public sealed class RequestLog
{
    private readonly Lock _lock = new();
    private readonly List<RecordedRequest> _requests = [];
    private readonly List<Waiter> _waiters = [];

    internal RequestLog()
    {
    }

    /// <summary>What had arrived at the moment of asking.</summary>
    public IReadOnlyList<RecordedRequest> All
    {
        get
        {
            lock (_lock)
                return [.. _requests];
        }
    }

    /// <summary>How many arrived.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
                return _requests.Count;
        }
    }

    /// <summary>Forgets what arrived; waits that have not ended count from here on.</summary>
    public void Clear()
    {
        lock (_lock)
            _requests.Clear();
    }

    /// <summary>Ends as soon as the log holds this many requests, at once when it already does.</summary>
    /// <param name="count">How many, from 1.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The requests in the log at that moment.</returns>
    public Task<IReadOnlyList<RecordedRequest>> WaitForAsync(int count, CancellationToken cancellationToken = default) =>
        WaitForAsync(count, static _ => true, cancellationToken);

    /// <summary>Ends as soon as the log holds this many requests of a kind, at once when it already does.</summary>
    /// <param name="count">How many, from 1.</param>
    /// <param name="matches">Which requests count.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The matching requests in the log at that moment.</returns>
    public Task<IReadOnlyList<RecordedRequest>> WaitForAsync(
        int count, Func<RecordedRequest, bool> matches, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        lock (_lock)
        {
            var waiter = new Waiter(count, matches);
            if (!waiter.TryEnd(_requests))
                _waiters.Add(waiter);
            return waiter.Task.WaitAsync(cancellationToken);
        }
    }

    internal void Record(HttpContext context, DateTimeOffset time)
    {
        var request = new RecordedRequest(context.Request, time);
        context.Response.OnStarting(() =>
        {
            request.Answered(context.Response.StatusCode);
            return Task.CompletedTask;
        });
        lock (_lock)
        {
            _requests.Add(request);
            _waiters.RemoveAll(waiter => waiter.TryEnd(_requests));
        }
    }

    private sealed class Waiter(int count, Func<RecordedRequest, bool> matches)
    {
        private readonly TaskCompletionSource<IReadOnlyList<RecordedRequest>> _end =
            new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<IReadOnlyList<RecordedRequest>> Task => _end.Task;

        public bool TryEnd(List<RecordedRequest> requests)
        {
            List<RecordedRequest> found = requests.FindAll(request => matches(request));
            return found.Count >= count && _end.TrySetResult(found);
        }
    }
}
