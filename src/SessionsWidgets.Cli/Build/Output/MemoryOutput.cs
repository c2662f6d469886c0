using System.Collections.Concurrent;

namespace SessionsWidgets.Cli.Build.Output;

/// <summary>Keeps what a build makes in memory. Thread-safe.</summary>
internal sealed class MemoryOutput : IBuildOutput
{
    private readonly ConcurrentDictionary<string, byte[]> _files = new(StringComparer.Ordinal);

    /// <summary>The files by name.</summary>
    public IReadOnlyDictionary<string, byte[]> Files => _files;

    public void Write(string name, ReadOnlySpan<byte> content) => _files[name] = content.ToArray();
}
