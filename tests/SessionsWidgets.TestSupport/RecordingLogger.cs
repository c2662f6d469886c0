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

    public IEnumerable<string> OwnEntries =>
        Entries.Where(e => e.Category.StartsWith("SessionsWidgets", StringComparison.Ordinal)).Select(e => e.Text);

    ILogger ILoggerFactory.CreateLogger(string categoryName) => CreateLogger(categoryName);

    void ILoggerFactory.AddProvider(ILoggerProvider provider) => throw new NotSupportedException();
}
