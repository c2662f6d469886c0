using Microsoft.Extensions.Logging;

namespace SessionsWidgets;

internal static partial class CacheLog
{
    [LoggerMessage(EventId = 101, EventName = "upstream.failed", Level = LogLevel.Warning,
        Message = "Upstream fails ({Failure}). {Reason} The last good answer is shown as long as there is one.")]
    public static partial void Failed(ILogger logger, ApiFailure failure, string reason);

    [LoggerMessage(EventId = 102, EventName = "upstream.recovered", Level = LogLevel.Information,
        Message = "Upstream answers again, after {Failures} failed attempts.")]
    public static partial void Recovered(ILogger logger, int failures);
}
