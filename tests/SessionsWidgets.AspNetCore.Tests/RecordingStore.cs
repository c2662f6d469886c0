using System.Collections.Concurrent;
using Microsoft.AspNetCore.OutputCaching;

namespace SessionsWidgets.AspNetCore.Tests;

/// <summary>An output cache in memory that records how long entries are cached.</summary>
internal sealed class RecordingStore : IOutputCacheStore
{
    private readonly ConcurrentDictionary<string, (byte[] Value, TimeSpan ValidFor)> _entries = new(StringComparer.Ordinal);

    public IEnumerable<TimeSpan> Kept => _entries.Values.Select(e => e.ValidFor);

    public ValueTask<byte[]?> GetAsync(string key, CancellationToken cancellationToken) =>
        ValueTask.FromResult(_entries.TryGetValue(key, out var entry) ? entry.Value : null);

    public ValueTask SetAsync(string key, byte[] value, string[]? tags, TimeSpan validFor, CancellationToken cancellationToken)
    {
        _entries[key] = (value, validFor);
        return ValueTask.CompletedTask;
    }

    public ValueTask EvictByTagAsync(string tag, CancellationToken cancellationToken) => ValueTask.CompletedTask;
}
