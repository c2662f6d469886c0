using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Internal;

namespace SessionsWidgets;

/// <summary>The memory of the cache: bounded in bytes, makes room for what is new. Thread-safe.</summary>
internal sealed class EntryStore(long maxBytes, TimeProvider clock) : IDisposable
{
    private readonly MemoryCache _memory = new(new MemoryCacheOptions
    {
        SizeLimit = maxBytes,
        CompactionPercentage = 0.1,
        Clock = new Clock(clock),
        TrackStatistics = false,
    });

    private long _rejected;

    /// <summary>How many entries found no room even after others had been removed.</summary>
    public long Rejected => Interlocked.Read(ref _rejected);

    public CacheEntry? Find(object key) => _memory.TryGetValue(key, out CacheEntry? entry) ? entry : null;

    public void Put(object key, CacheEntry entry, DateTimeOffset expires)
    {
        // A full MemoryCache drops what is added, silently: look, make room, and add again.
        Add(key, entry, expires);
        if (_memory.TryGetValue(key, out _)) return;
        _memory.Compact(0.2);
        Add(key, entry, expires);
        if (!_memory.TryGetValue(key, out _)) Interlocked.Increment(ref _rejected);
    }

    public void Dispose() => _memory.Dispose();

    private void Add(object key, CacheEntry entry, DateTimeOffset expires)
    {
        using var slot = _memory.CreateEntry(key);
        slot.Value = entry;
        slot.Size = entry.Bytes;
        slot.AbsoluteExpiration = expires;
    }

    private sealed class Clock(TimeProvider time) : ISystemClock
    {
        public DateTimeOffset UtcNow => time.GetUtcNow();
    }
}
