namespace SessionsWidgets.Sandbox.Requests;

/// <summary>The requests that a sandbox received, in the order of arrival, except those to the endpoints that control the sandbox.
/// Thread-safe.</summary>
public sealed class RequestLog
{
    private readonly Lock _lock = new();
    private readonly List<RecordedRequest> _requests = [];
    private readonly List<Waiter> _waiters = [];

    internal RequestLog()
    {
    }

    /// <summary>A copy of the requests so far.</summary>
    public IReadOnlyList<RecordedRequest> All
    {
        get
        {
            lock (_lock)
                return [.. _requests];
        }
    }

    /// <summary>The number of requests so far.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
                return _requests.Count;
        }
    }

    /// <summary>Removes the requests. Waits that have not ended count from here on.</summary>
    public void Clear()
    {
        lock (_lock)
            _requests.Clear();
    }

    /// <summary>Waits until the log contains a number of requests.</summary>
    /// <param name="count">The number of requests, 1 or more.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <returns>The requests in the log at that time.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is less than 1.</exception>
    /// <exception cref="OperationCanceledException">The token was canceled.</exception>
    public Task<IReadOnlyList<RecordedRequest>> WaitForAsync(int count, CancellationToken cancellationToken = default) =>
        WaitForAsync(count, static _ => true, cancellationToken);

    /// <summary>Waits until the log contains a number of requests that match.</summary>
    /// <param name="count">The number of requests, 1 or more.</param>
    /// <param name="matches">Whether a request counts.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <returns>The matching requests in the log at that time.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is less than 1.</exception>
    /// <exception cref="OperationCanceledException">The token was canceled.</exception>
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
