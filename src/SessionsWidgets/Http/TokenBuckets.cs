using System.Collections.Concurrent;

namespace SessionsWidgets;

/// <summary>Token buckets by name: each holds as many tokens as it gets in a minute. Thread-safe.</summary>
internal sealed class TokenBuckets(int perMinute, TimeProvider clock)
{
    private const int MaxTracked = 10_000;

    private readonly ConcurrentDictionary<string, Bucket> _buckets = new(StringComparer.Ordinal);

    /// <summary>With how many buckets the full ones are looked for next: twice as many as were left the last time, so that it costs little
    /// on the average.</summary>
    private int _nextLook = MaxTracked;

    public int PerMinute => perMinute;

    /// <summary>Takes tokens, all or none; more than a bucket holds are as many as it holds.</summary>
    /// <param name="name">Whose bucket.</param>
    /// <param name="tokens">How many.</param>
    /// <param name="isNews">Whether this is the first time that there are too few since it was half full.</param>
    /// <returns>How long it takes until they are there; zero when they have been taken.</returns>
    public TimeSpan Take(string name, int tokens, out bool isNews)
    {
        if (_buckets.Count >= Volatile.Read(ref _nextLook)) ForgetFull();
        return _buckets.GetOrAdd(name, _ => new Bucket(perMinute, clock)).Take(tokens, out isNews);
    }

    /// <summary>A full bucket is like one that nobody has asked for yet.</summary>
    private void ForgetFull()
    {
        foreach (var bucket in _buckets)
        {
            if (bucket.Value.IsFull) _buckets.TryRemove(bucket);
        }

        Volatile.Write(ref _nextLook, Math.Max(MaxTracked, 2 * _buckets.Count));
    }

    private sealed class Bucket(int size, TimeProvider clock)
    {
        private readonly Lock _lock = new();
        private double _tokens = size;
        private long _filledAt = clock.GetTimestamp();
        private bool _isTold;

        public bool IsFull
        {
            get { lock (_lock) return _tokens + Due() >= size; }
        }

        public TimeSpan Take(int wanted, out bool isNews)
        {
            lock (_lock)
            {
                _tokens = Math.Min(size, _tokens + Due());
                _filledAt = clock.GetTimestamp();
                if (_tokens * 2 >= size) _isTold = false;
                var missing = Math.Min(wanted, size) - _tokens;
                isNews = missing > 0 && !_isTold;
                _isTold |= isNews;
                if (missing > 0) return TimeSpan.FromMinutes(missing / size);
                _tokens -= Math.Min(wanted, size);
                return TimeSpan.Zero;
            }
        }

        /// <summary>What has come since it was filled last.</summary>
        private double Due() => clock.GetElapsedTime(_filledAt).TotalMinutes * size;
    }
}
