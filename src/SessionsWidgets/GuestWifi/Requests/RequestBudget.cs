using System.Threading.RateLimiting;

namespace SessionsWidgets;

/// <summary>A sliding-window <see cref="RateLimiter"/> on a <see cref="TimeProvider"/>; the framework's take none.</summary>
/// <remarks>Thread-safe. A permit is held until a window after the response, so upstream never sees more in a window of its own.</remarks>
internal sealed class RequestBudget(int permits, TimeSpan window, TimeSpan maxWait, Clocks clocks) : RateLimiter
{
    private readonly TimeProvider _clock = clocks.Host;
    private readonly Lock _lock = new();
    private readonly Queue<long> _completed = new();
    private int _inProgress;

    public override TimeSpan? IdleDuration => null;

    /// <summary>The time until a number of requests can be sent.</summary>
    public TimeSpan TimeUntilRoom(int requests)
    {
        lock (_lock)
        {
            var missing = _inProgress + CountCompleted() + requests - permits;
            if (missing <= 0) return TimeSpan.Zero;
            // Requests in progress hold their permits for a whole window after their response.
            return missing <= _completed.Count ? window - _clock.GetElapsedTime(_completed.ElementAt(missing - 1)) : window;
        }
    }

    public override RateLimiterStatistics? GetStatistics()
    {
        lock (_lock) return new RateLimiterStatistics { CurrentAvailablePermits = permits - _inProgress - CountCompleted() };
    }

    protected override RateLimitLease AttemptAcquireCore(int permitCount)
    {
        lock (_lock)
        {
            var wait = TimeUntilRoom(permitCount);
            if (wait > TimeSpan.Zero) return new Lease(null, 0, wait);
            _inProgress += permitCount;
            return new Lease(this, permitCount, null);
        }
    }

    protected override async ValueTask<RateLimitLease> AcquireAsyncCore(int permitCount, CancellationToken cancellationToken)
    {
        var started = clocks.Waiting.GetTimestamp();
        while (true)
        {
            var lease = AttemptAcquireCore(permitCount);
            if (lease.IsAcquired || !lease.TryGetMetadata(MetadataName.RetryAfter, out var wait)) return lease;
            if (wait > maxWait - clocks.Waiting.GetElapsedTime(started)) return lease;
            await Task.Delay(wait, clocks.Waiting, cancellationToken);
        }
    }

    private int CountCompleted()
    {
        while (_completed.TryPeek(out var oldest) && _clock.GetElapsedTime(oldest) >= window) _completed.Dequeue();
        return _completed.Count;
    }

    private void Complete(int permits)
    {
        lock (_lock)
        {
            _inProgress -= permits;
            for (var i = 0; i < permits; i++) _completed.Enqueue(_clock.GetTimestamp());
        }
    }

    private sealed class Lease(RequestBudget? budget, int permits, TimeSpan? retryAfter) : RateLimitLease
    {
        private RequestBudget? _budget = budget;

        public override bool IsAcquired { get; } = budget is not null;

        public override IEnumerable<string> MetadataNames => retryAfter is null ? [] : [MetadataName.RetryAfter.Name];

        public override bool TryGetMetadata(string metadataName, out object? metadata)
        {
            metadata = metadataName == MetadataName.RetryAfter.Name ? retryAfter : null;
            return metadata is not null;
        }

        protected override void Dispose(bool disposing)
        {
            Interlocked.Exchange(ref _budget, null)?.Complete(permits);
            base.Dispose(disposing);
        }
    }
}
