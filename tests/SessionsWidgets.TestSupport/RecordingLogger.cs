using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace SessionsWidgets.TestSupport;

/// <summary>Keeps what is logged. Thread-safe.</summary>
public sealed class RecordingLogger : ILoggerProvider, ILoggerFactory
{
    private readonly ConcurrentQueue<(LogLevel Level, string Category, string Text)> _entries = new();
    private readonly ConcurrentQueue<string> _events = new();

    public IReadOnlyList<(LogLevel Level, string Category, string Text)> Entries => [.. _entries];

    /// <summary>The names of the events, in order.</summary>
    public IReadOnlyList<string> Events => [.. _events];

    public IEnumerable<string> OwnEntries => Entries.Where(e => e.Category.StartsWith("SessionsWidgets", StringComparison.Ordinal)).Select(e => e.Text);

    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException();

    public void Dispose()
    {
    }

    private sealed class Logger(RecordingLogger log, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            log._entries.Enqueue((logLevel, category, $"{formatter(state, exception)} {exception}"));
            if (eventId.Name is { } name) log._events.Enqueue(name);
        }
    }
}
