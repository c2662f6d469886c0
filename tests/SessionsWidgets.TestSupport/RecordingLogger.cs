using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;

namespace SessionsWidgets.TestSupport;

/// <summary>Keeps what is logged, for hosts and for clients without a host. Thread-safe.</summary>
public sealed class RecordingLogger : FakeLoggerProvider, ILoggerFactory
{
    private const string Detail = "upstream.exception";

    /// <summary>Depends on how busy the machine of the tests is.</summary>
    private const string Slow = "upstream.slow";

    /// <summary>What was logged, in order; the text ends with the exception.</summary>
    public IReadOnlyList<(LogLevel Level, string Category, string Text)> Entries =>
        [.. Collector.GetSnapshot().Select(r => (r.Level, r.Category!, $"{r.Message} {r.Exception}"))];

    /// <summary>The names of the events, in order, but for <see cref="Details"/>.</summary>
    public IReadOnlyList<string> Events =>
        [.. Collector.GetSnapshot().Select(r => r.Id.Name).OfType<string>().Where(name => name != Detail)];

    /// <summary>The exceptions that are logged at Debug, beside the event that tells of the failure.</summary>
    public IReadOnlyList<FakeLogRecord> Details => [.. Collector.GetSnapshot().Where(r => r.Id.Name == Detail)];

    /// <summary>What the library has logged since it said at the start of a host what is configured, but for
    /// <see cref="Details"/> and for slow responses.</summary>
    public IEnumerable<string> OwnEntries =>
        Collector.GetSnapshot()
            .Where(r => r.Category!.StartsWith("SessionsWidgets", StringComparison.Ordinal))
            .Where(r => r.Id.Name is not ("configuration.in_use" or Detail or Slow))
            .Select(r => $"{r.Message} {r.Exception}");

    ILogger ILoggerFactory.CreateLogger(string categoryName) => CreateLogger(categoryName);

    void ILoggerFactory.AddProvider(ILoggerProvider provider) => throw new NotSupportedException();
}
