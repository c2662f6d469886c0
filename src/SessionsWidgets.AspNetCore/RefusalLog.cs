using Microsoft.Extensions.Logging;

namespace SessionsWidgets.AspNetCore;

/// <summary>Logs each error that keeps a widget off a page once, and names of businesses that visitors make up. Thread-safe.</summary>
internal sealed partial class RefusalLog(ILogger<RefusalLog> logger, TimeProvider clock)
{
    private const int MaxTracked = 1000;
    private const int MaxUnresolvedPerMinute = 10;

    private readonly Lock _lock = new();
    private readonly HashSet<string> _refused = new(StringComparer.Ordinal);
    private readonly HashSet<string> _unresolved = new(StringComparer.Ordinal);
    private long? _minute;
    private int _left;
    private int _omitted;

    public void Refused(string path, string widget, string reason)
    {
        lock (_lock)
        {
            if (_refused.Count >= MaxTracked || !_refused.Add($"{path}\n{widget}\n{reason}")) return;
        }

        TagRefused(logger, widget, path, reason);
    }

    /// <summary>Logs each name once, and at most 10 a minute.</summary>
    public void Unresolved(string path, UnresolvedBusinessException error)
    {
        int omitted;
        lock (_lock)
        {
            if (_unresolved.Contains(error.Message)) return;
            var now = clock.GetTimestamp();
            if (_minute is not { } start || clock.GetElapsedTime(start, now) >= TimeSpan.FromMinutes(1))
                (_minute, _left) = (now, MaxUnresolvedPerMinute);
            if (_left == 0)
            {
                _omitted++;
                return;
            }

            _left--;
            if (_unresolved.Count >= MaxTracked) _unresolved.Clear();
            _unresolved.Add(error.Message);
            (omitted, _omitted) = (_omitted, 0);
        }

        BusinessUnresolved(logger, path, error.Message, omitted);
    }

    [LoggerMessage(EventId = 301, EventName = "tag.refused", Level = LogLevel.Error, Message = "<{Tag}> on {Path} is left out: {Reason}")]
    private static partial void TagRefused(ILogger logger, string tag, string path, string reason);

    [LoggerMessage(
        EventId = 302,
        EventName = "business.unresolved",
        Level = LogLevel.Information,
        Message = "The widgets on {Path} are left out: {Reason} Requests before that were not logged: {Omitted}")]
    private static partial void BusinessUnresolved(ILogger logger, string path, string reason, int omitted);
}
