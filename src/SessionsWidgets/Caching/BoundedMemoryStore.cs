using Microsoft.Extensions.Caching.Memory;

namespace SessionsWidgets;

/// <summary>The memory of the cache: bounded in bytes, makes room for what is new. Thread-safe.</summary>
internal sealed class BoundedMemoryStore(long maxBytes, CacheClock clock) : IDisposable
{
    private readonly MemoryCache _memory = new(new MemoryCacheOptions { SizeLimit = maxBytes, CompactionPercentage = 0.1, Clock = clock });

    private long _rejected;

    /// <summary>How many entries found no room even after others had been removed.</summary>
    public long Rejected => Interlocked.Read(ref _rejected);

    public int Count => _memory.Count;

    /// <summary>What there is at the moment.</summary>
    public IEnumerable<object> Keys => _memory.Keys;

    public CacheEntry? Get(object key) => _memory.TryGetValue(key, out CacheEntry? entry) ? entry : null;

    public void Put(object key, CacheEntry entry, DateTimeOffset expires)
    {
        // A full MemoryCache drops what is added, and what stood there before, silently: look, make room, and add again.
        Add(key, entry, expires);
        if (IsThere(key, entry)) return;
        _memory.Compact(0.2);
        Add(key, entry, expires);
        if (IsThere(key, entry)) return;
        Interlocked.Increment(ref _rejected);
        Telemetry.Rejected.Add(1);
    }

    public void Remove(object key) => _memory.Remove(key);

    public void Dispose() => _memory.Dispose();

    private bool IsThere(object key, CacheEntry entry) => _memory.TryGetValue(key, out CacheEntry? found) && ReferenceEquals(found, entry);

    private void Add(object key, CacheEntry entry, DateTimeOffset expires)
    {
        using var slot = _memory.CreateEntry(key);
        slot.Value = entry;
        slot.Size = entry.Bytes;
        slot.AbsoluteExpiration = expires;
    }
}
