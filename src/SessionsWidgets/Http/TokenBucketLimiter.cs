using System.Collections.Concurrent;

namespace SessionsWidgets;

/// <summary>Token buckets by name, each refilled to its size within a minute. Thread-safe.</summary>
internal sealed class TokenBucketLimiter(int perMinute, TimeProvider clock)
{
    private const int MaxTracked = 10_000;

    private readonly ConcurrentDictionary<string, Bucket> _buckets = new(StringComparer.Ordinal);

    /// <summary>The number of buckets at which full ones are removed: twice those left the last time.</summary>
    private int _nextSweep = MaxTracked;

    public int PerMinute => perMinute;

    /// <summary>Takes all tokens or none; more than the size of a bucket count as its size.</summary>
    /// <param name="name">The name of the bucket.</param>
    /// <param name="tokens">The number of tokens.</param>
    /// <param name="isFirst">Whether this is the first refusal since the bucket was half full.</param>
    /// <returns>The time until there are enough tokens; zero when they have been taken.</returns>
    public TimeSpan Take(string name, int tokens, out bool isFirst)
    {
        if (_buckets.Count >= Volatile.Read(ref _nextSweep)) RemoveFull();
        return _buckets.GetOrAdd(name, _ => new Bucket(perMinute, clock)).Take(tokens, out isFirst);
    }

    /// <summary>Full buckets need no tracking.</summary>
    private void RemoveFull()
    {
        foreach (var bucket in _buckets)
        {
            if (bucket.Value.IsFull) _buckets.TryRemove(bucket);
        }

        Volatile.Write(ref _nextSweep, Math.Max(MaxTracked, 2 * _buckets.Count));
    }

    private sealed class Bucket(int size, TimeProvider clock)
    {
        private readonly Lock _lock = new();
        private double _tokens = size;
        private long _filledAt = clock.GetTimestamp();
        private bool _isReported;

        public bool IsFull
        {
            get { lock (_lock) return _tokens + Refill() >= size; }
        }

        public TimeSpan Take(int count, out bool isFirst)
        {
            lock (_lock)
            {
                _tokens = Math.Min(size, _tokens + Refill());
                _filledAt = clock.GetTimestamp();
                if (_tokens * 2 >= size) _isReported = false;
                var missing = Math.Min(count, size) - _tokens;
                isFirst = missing > 0 && !_isReported;
                _isReported |= isFirst;
                if (missing > 0) return TimeSpan.FromMinutes(missing / size);
                _tokens -= Math.Min(count, size);
                return TimeSpan.Zero;
            }
        }

        /// <summary>The tokens refilled since the last take.</summary>
        private double Refill() => clock.GetElapsedTime(_filledAt).TotalMinutes * size;
    }
}
