using Microsoft.Extensions.Caching.Memory;

namespace SessionsWidgets;

/// <summary>An in-memory store bounded in bytes, which evicts entries to make room for new ones. Thread-safe.</summary>
internal sealed class BoundedMemoryStore(long maxBytes, CacheClock clock) : IDisposable
{
    private readonly MemoryCache _memory = new(new MemoryCacheOptions { SizeLimit = maxBytes, CompactionPercentage = 0.1, Clock = clock });

    private long _rejected;

    /// <summary>The number of entries that found no room even after others were evicted.</summary>
    public long Rejected => Interlocked.Read(ref _rejected);

    public int Count => _memory.Count;

    public IEnumerable<object> Keys => _memory.Keys;

    public CacheEntry? Get(object key) => _memory.TryGetValue(key, out CacheEntry? entry) ? entry : null;

    public void Set(object key, CacheEntry entry, DateTimeOffset expires)
    {
        // A full MemoryCache silently drops the entry that is set, and the one it replaces: verify, compact, and set again.
        SetOnce(key, entry, expires);
        if (Contains(key, entry)) return;
        _memory.Compact(0.2);
        SetOnce(key, entry, expires);
        if (Contains(key, entry)) return;
        Interlocked.Increment(ref _rejected);
        Telemetry.Rejected.Add(1);
    }

    public void Remove(object key) => _memory.Remove(key);

    public void Dispose() => _memory.Dispose();

    private bool Contains(object key, CacheEntry entry) => _memory.TryGetValue(key, out CacheEntry? found) && ReferenceEquals(found, entry);

    private void SetOnce(object key, CacheEntry entry, DateTimeOffset expires)
    {
        using var slot = _memory.CreateEntry(key);
        slot.Value = entry;
        slot.Size = entry.Bytes;
        slot.AbsoluteExpiration = expires;
    }
}
