using System.Diagnostics.CodeAnalysis;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Internal;

namespace SessionsWidgets;

/// <summary>An entry of a <see cref="BoundedMemoryStore{TEntry}"/>.</summary>
internal interface IStoredEntry
{
    /// <summary>The approximate size in memory.</summary>
    long Bytes { get; }
}

/// <summary>An in-memory store bounded in bytes, which evicts entries to make room for new ones. Thread-safe.</summary>
/// <remarks>Callers pass the time: to read the clock takes as long as to find an entry.</remarks>
[SuppressMessage("Design", "CA1001", Justification = "A MemoryCache holds nothing but managed memory.")]
internal sealed class BoundedMemoryStore<TEntry>
    where TEntry : class, IStoredEntry
{
    private readonly LastTime _time = new();
    private readonly MemoryCache _memory;
    private readonly long _maxBytes;
    private readonly Counter<long>? _counter;
    private long _rejected;

    /// <param name="maxBytes">The limit.</param>
    /// <param name="rejected">Counts the entries that found no room even after others were evicted; null for no counter.</param>
    public BoundedMemoryStore(long maxBytes, Counter<long>? rejected)
    {
        (_maxBytes, _counter) = (maxBytes, rejected);
        _memory = new(new MemoryCacheOptions { SizeLimit = maxBytes, CompactionPercentage = 0.1, Clock = _time });
    }

    /// <summary>The number of entries that found no room even after others were evicted.</summary>
    public long Rejected => Interlocked.Read(ref _rejected);

    public int Count => _memory.Count;

    public IEnumerable<object> Keys => _memory.Keys;

    public TEntry? Get(object key, DateTimeOffset now)
    {
        _time.UtcNow = now;
        return _memory.TryGetValue(key, out TEntry? entry) ? entry : null;
    }

    public void Set(object key, TEntry entry, DateTimeOffset expires, DateTimeOffset now)
    {
        _time.UtcNow = now;
        if (entry.Bytes > _maxBytes || expires <= now)
        {
            // No room that others make would keep it.
            _memory.Remove(key);
            if (entry.Bytes > _maxBytes) Reject();
            return;
        }

        // A full MemoryCache silently drops the entry that is set, and the one it replaces: verify, compact, and set again.
        SetOnce(key, entry, expires);
        if (Contains(key, entry)) return;
        _memory.Compact(0.2);
        SetOnce(key, entry, expires);
        if (!Contains(key, entry)) Reject();
    }

    public void Remove(object key) => _memory.Remove(key);

    public void Clear() => _memory.Clear();

    private void Reject()
    {
        Interlocked.Increment(ref _rejected);
        _counter?.Add(1);
    }

    private bool Contains(object key, TEntry entry) => _memory.TryGetValue(key, out TEntry? found) && ReferenceEquals(found, entry);

    private void SetOnce(object key, TEntry entry, DateTimeOffset expires)
    {
        using var slot = _memory.CreateEntry(key);
        slot.Value = entry;
        slot.Size = entry.Bytes;
        slot.AbsoluteExpiration = expires;
    }

    /// <summary>The time that the last caller passed.</summary>
    private sealed class LastTime : ISystemClock
    {
        private long _ticks;

        public DateTimeOffset UtcNow
        {
            get => new(Volatile.Read(ref _ticks), TimeSpan.Zero);
            set => Volatile.Write(ref _ticks, value.UtcTicks);
        }
    }
}
