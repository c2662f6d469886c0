using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace SessionsWidgets.AspNetCore;

/// <summary>Logs each error that keeps a widget off a page once. Thread-safe.</summary>
internal sealed partial class RefusalLog(ILogger<RefusalLog> logger)
{
    private const int MaxTracked = 1000;

    private readonly ConcurrentDictionary<string, byte> _logged = new(StringComparer.Ordinal);

    public void Refused(string path, string widget, string reason)
    {
        if (_logged.Count < MaxTracked && _logged.TryAdd($"{path}\n{widget}\n{reason}", 0)) TagRefused(logger, widget, path, reason);
    }

    [LoggerMessage(EventId = 301, EventName = "tag.refused", Level = LogLevel.Error, Message = "<{Tag}> on {Path} is left out: {Reason}")]
    private static partial void TagRefused(ILogger logger, string tag, string path, string reason);
}
