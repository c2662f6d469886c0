using System.Collections.Concurrent;

namespace SessionsWidgets;

/// <summary>Token buckets by name, each refilled to its size within a minute. Thread-safe.</summary>
/// <remarks>A bucket that is not used for a minute is full and needs no tracking: buckets move to the current generation when they are
/// used, and every minute the generation before it is dropped, without looking at any of them.</remarks>
internal sealed class TokenBucketLimiter(int perMinute, TimeProvider clock)
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly Lock _lock = new();
    private volatile Generations _buckets = new(new(StringComparer.Ordinal), new(StringComparer.Ordinal), clock.GetTimestamp());

    public int PerMinute => perMinute;

    /// <summary>The number of buckets in memory.</summary>
    internal int Tracked => _buckets.Current.Count + _buckets.Before.Count;

    /// <summary>Takes all tokens or none; more than the size of a bucket count as its size.</summary>
    /// <param name="name">The name of the bucket.</param>
    /// <param name="tokens">The number of tokens.</param>
    /// <param name="isFirst">Whether this is the first refusal since the bucket was half full.</param>
    /// <returns>The time until there are enough tokens; zero when they have been taken.</returns>
    public TimeSpan Take(string name, int tokens, out bool isFirst)
    {
        return BucketOf(name).Take(tokens, out isFirst);
    }

    /// <summary>Takes tokens whether or not they are there, at most a bucket's size below none.</summary>
    public void Owe(string name, int tokens) => BucketOf(name).Owe(tokens);

    private Bucket BucketOf(string name)
    {
        if (clock.GetElapsedTime(_buckets.Began) >= Minute) DropUnused();
        var (current, before, _) = _buckets;
        return current.GetOrAdd(name, _ => before.TryGetValue(name, out var used) ? used : new Bucket(perMinute, clock));
    }

    private void DropUnused()
    {
        lock (_lock)
        {
            var (current, _, began) = _buckets;
            if (clock.GetElapsedTime(began) >= Minute)
                _buckets = new Generations(new(StringComparer.Ordinal), current, clock.GetTimestamp());
        }
    }

    private sealed record Generations(
        ConcurrentDictionary<string, Bucket> Current, ConcurrentDictionary<string, Bucket> Before, long Began);

    private sealed class Bucket(int size, TimeProvider clock)
    {
        private readonly Lock _lock = new();
        private double _tokens = size;
        private long _filledAt = clock.GetTimestamp();
        private bool _isReported;

        public TimeSpan Take(int count, out bool isFirst)
        {
            lock (_lock)
            {
                Fill();
                if (_tokens * 2 >= size) _isReported = false;
                var missing = Math.Min(count, size) - _tokens;
                isFirst = missing > 0 && !_isReported;
                _isReported |= isFirst;
                if (missing > 0) return TimeSpan.FromMinutes(missing / size);
                _tokens -= Math.Min(count, size);
                return TimeSpan.Zero;
            }
        }

        public void Owe(int count)
        {
            lock (_lock)
            {
                Fill();
                _tokens -= Math.Min(count, size + _tokens);
            }
        }

        private void Fill()
        {
            _tokens = Math.Min(size, _tokens + (clock.GetElapsedTime(_filledAt).TotalMinutes * size));
            _filledAt = clock.GetTimestamp();
        }
    }
}
