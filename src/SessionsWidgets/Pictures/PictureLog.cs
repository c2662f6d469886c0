using Microsoft.Extensions.Logging;

namespace SessionsWidgets;

/// <summary>Events of pictures. Ids are stable; see docs/operations.md.</summary>
internal static partial class PictureLog
{
    [LoggerMessage(
        165, LogLevel.Warning, "{PerMinute} pictures have been fetched within a minute; others have to wait for their turn.",
        EventName = "pictures.budget_used_up")]
    public static partial void BudgetUsedUp(ILogger logger, int perMinute);
}
