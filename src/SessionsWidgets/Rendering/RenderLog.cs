using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace SessionsWidgets;

/// <summary>Logs each error of a template or model once. Thread-safe.</summary>
internal sealed partial class RenderLog(ILogger logger)
{
    private const int MaxTracked = 1000;

    private readonly ConcurrentDictionary<string, byte> _seen = new(StringComparer.Ordinal);

    public void Failed(string widget, Exception error)
    {
        if (_seen.Count < MaxTracked && _seen.TryAdd($"{widget}\n{error.Message}", 0)) WidgetFailed(logger, widget, error.Message);
    }

    [LoggerMessage(
        EventId = 201, EventName = "widget.failed", Level = LogLevel.Error, Message = "The widget {Widget} cannot be rendered: {Reason}")]
    private static partial void WidgetFailed(ILogger logger, string widget, string reason);
}
