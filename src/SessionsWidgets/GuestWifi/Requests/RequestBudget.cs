using System.Threading.RateLimiting;

namespace SessionsWidgets;

/// <summary>
/// Lets so many requests out in any window of time. A <see cref="RateLimiter"/> of its own,
/// because those of the framework take their time from the machine: they can be neither simulated nor proved.
/// </summary>
/// <remarks>
/// Thread-safe. A request takes its place from before it is sent until a window after its answer came: so upstream never sees more in
/// a window of its own, however long requests are on their way.
/// </remarks>
internal sealed class RequestBudget(int permits, TimeSpan window, TimeSpan maxWait, TimeProvider clock) : RateLimiter
{
    private readonly Lock _lock = new();
    private readonly Queue<long> _answered = new();
    private int _underWay;

    public override TimeSpan? IdleDuration => null;

    /// <summary>How long until so many requests can go out.</summary>
    public TimeSpan TimeUntilRoom(int requests)
    {
        lock (_lock)
        {
            var missing = _underWay + Answered() + requests - permits;
            if (missing <= 0) return TimeSpan.Zero;
            // Those that are still under way take their place for a whole window after their answer.
            return missing <= _answered.Count ? window - clock.GetElapsedTime(_answered.ElementAt(missing - 1)) : window;
        }
    }

    public override RateLimiterStatistics? GetStatistics()
    {
        lock (_lock) return new RateLimiterStatistics { CurrentAvailablePermits = permits - _underWay - Answered() };
    }

    protected override RateLimitLease AttemptAcquireCore(int permitCount)
    {
        lock (_lock)
        {
            var wait = TimeUntilRoom(permitCount);
            if (wait > TimeSpan.Zero) return new Lease(null, 0, wait);
            _underWay += permitCount;
            return new Lease(this, permitCount, null);
        }
    }

    protected override async ValueTask<RateLimitLease> AcquireAsyncCore(int permitCount, CancellationToken cancellationToken)
    {
        var started = clock.GetTimestamp();
        while (true)
        {
            var lease = AttemptAcquireCore(permitCount);
            if (lease.IsAcquired || !lease.TryGetMetadata(MetadataName.RetryAfter, out var wait)) return lease;
            if (wait > maxWait - clock.GetElapsedTime(started)) return lease;
            await Task.Delay(wait, clock, cancellationToken);
        }
    }

    private int Answered()
    {
        while (_answered.TryPeek(out var oldest) && clock.GetElapsedTime(oldest) >= window) _answered.Dequeue();
        return _answered.Count;
    }

    private void GiveBack(int permits)
    {
        lock (_lock)
        {
            _underWay -= permits;
            for (var i = 0; i < permits; i++) _answered.Enqueue(clock.GetTimestamp());
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
            Interlocked.Exchange(ref _budget, null)?.GiveBack(permits);
            base.Dispose(disposing);
        }
    }
}
