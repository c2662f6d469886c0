using Microsoft.Extensions.Logging;

namespace SessionsWidgets;

/// <summary>Logs each error of a template or model once. Thread-safe.</summary>
internal sealed partial class RenderLog(ILogger logger)
{
    private readonly LoggedOnce _failures = new();

    public void Failed(string widget, Exception error)
    {
        if (_failures.TryAdd($"{widget}\n{error.Message}")) WidgetFailed(logger, widget, error.Message);
    }

    [LoggerMessage(
        EventId = 201, EventName = "widget.failed", Level = LogLevel.Error, Message = "The widget {Widget} cannot be rendered: {Reason}")]
    private static partial void WidgetFailed(ILogger logger, string widget, string reason);
}
