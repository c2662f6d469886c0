using System.Collections.Concurrent;
using Microsoft.AspNetCore.OutputCaching;

namespace SessionsWidgets.HostTests.PageCaching;

/// <summary>An output cache in memory whose entries expire by the test's clock.</summary>
internal sealed class ClockedStore(TimeProvider clock) : IOutputCacheStore
{
    private int _ended;

    /// <summary>How many requests have ended on the server, with what is stored of them.</summary>
    public int Ended => Volatile.Read(ref _ended);

    public void End() => Interlocked.Increment(ref _ended);

    private readonly ConcurrentDictionary<string, (byte[] Value, DateTimeOffset Until)> _entries = new(StringComparer.Ordinal);

    private readonly ConcurrentQueue<TimeSpan> _lifetimes = new();

    /// <summary>How long each stored response is kept, in order.</summary>
    public IEnumerable<TimeSpan> Lifetimes => _lifetimes;

    public ValueTask<byte[]?> GetAsync(string key, CancellationToken cancellationToken) =>
        ValueTask.FromResult(_entries.TryGetValue(key, out var entry) && clock.GetUtcNow() < entry.Until ? entry.Value : null);

    public ValueTask SetAsync(string key, byte[] value, string[]? tags, TimeSpan validFor, CancellationToken cancellationToken)
    {
        _entries[key] = (value, clock.GetUtcNow() + validFor);
        _lifetimes.Enqueue(validFor);
        return ValueTask.CompletedTask;
    }

    public ValueTask EvictByTagAsync(string tag, CancellationToken cancellationToken) => ValueTask.CompletedTask;
}
