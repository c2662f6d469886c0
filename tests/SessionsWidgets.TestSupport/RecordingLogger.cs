using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;

namespace SessionsWidgets.TestSupport;

/// <summary>Keeps what is logged, for hosts and for clients without a host. Thread-safe.</summary>
public sealed class RecordingLogger : FakeLoggerProvider, ILoggerFactory
{
    /// <summary>What was logged, in order; the text ends with the exception.</summary>
    public IReadOnlyList<(LogLevel Level, string Category, string Text)> Entries =>
        [.. Collector.GetSnapshot().Select(r => (r.Level, r.Category!, $"{r.Message} {r.Exception}"))];

    /// <summary>The names of the events, in order.</summary>
    public IReadOnlyList<string> Events => [.. Collector.GetSnapshot().Select(r => r.Id.Name).OfType<string>()];

    /// <summary>What the library has logged since it said at the start of a host what is configured.</summary>
    public IEnumerable<string> OwnEntries =>
        Collector.GetSnapshot()
            .Where(r => r.Category!.StartsWith("SessionsWidgets", StringComparison.Ordinal) && r.Id.Name != "configuration.in_use")
            .Select(r => $"{r.Message} {r.Exception}");

    ILogger ILoggerFactory.CreateLogger(string categoryName) => CreateLogger(categoryName);

    void ILoggerFactory.AddProvider(ILoggerProvider provider) => throw new NotSupportedException();
}
