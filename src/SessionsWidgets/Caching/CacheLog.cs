using Microsoft.Extensions.Logging;

namespace SessionsWidgets;

/// <summary>Events of the cache and of usable responses. Ids are stable; see docs/operations.md.</summary>
internal static partial class CacheLog
{
    public static void Log(ILogger logger, string source, string query, PayloadWarning warning)
    {
        switch (warning.Kind)
        {
            case PayloadWarningKind.ItemsDropped:
                ItemsDropped(logger, source, query, warning.Detail);
                break;
            case PayloadWarningKind.CountMismatch:
                CountMismatch(logger, source, query, warning.Detail);
                break;
            case PayloadWarningKind.UrlRefused:
                UrlRefused(logger, source, query, warning.Detail);
                break;
            case PayloadWarningKind.PagingStopped:
                PagingStopped(logger, source, query, warning.Detail);
                break;
            case PayloadWarningKind.UnknownTimeZone:
                UnknownTimeZone(logger, source, query, warning.Detail);
                break;
        }
    }

    [LoggerMessage(155, LogLevel.Warning, "The distributed cache fails ({Error}); backing off.", EventName = "distributed_cache.failed")]
    public static partial void StoreFailed(ILogger logger, string error);

    [LoggerMessage(156, LogLevel.Information, "The distributed cache has recovered.", EventName = "distributed_cache.recovered")]
    public static partial void StoreRecovered(ILogger logger);

    [LoggerMessage(
        157, LogLevel.Warning,
        "Pages have used up the {PerMinute} requests a minute of GET {Address}; only cached results are shown.",
        EventName = "budget.used_up")]
    public static partial void BudgetUsedUp(ILogger logger, string address, int perMinute);

    [LoggerMessage(
        158, LogLevel.Warning,
        "Pages have used up the {PerMinute} requests a minute for businesses that are not in memory; others have to wait for their turn.",
        EventName = "budget.new_businesses")]
    public static partial void NewBusinessBudgetUsedUp(ILogger logger, int perMinute);

    [LoggerMessage(
        150, LogLevel.Warning, "{Count} broken items are left out (source {Source}, query {Query}).", EventName = "payload.items_dropped")]
    private static partial void ItemsDropped(ILogger logger, string source, string query, string count);

    [LoggerMessage(
        151, LogLevel.Information, "Upstream miscounts its items: {Detail} (source {Source}, query {Query}).",
        EventName = "payload.count_mismatch")]
    private static partial void CountMismatch(ILogger logger, string source, string query, string detail);

    [LoggerMessage(
        152, LogLevel.Warning, "The address of a picture or a page is left out (scheme {Scheme}; source {Source}, query {Query}).",
        EventName = "item.url_refused")]
    private static partial void UrlRefused(ILogger logger, string source, string query, string scheme);

    [LoggerMessage(
        153, LogLevel.Warning, "Paging is stopped before its end: {Reason} (source {Source}, query {Query}).",
        EventName = "paging.stopped")]
    private static partial void PagingStopped(ILogger logger, string source, string query, string reason);

    [LoggerMessage(
        154, LogLevel.Warning,
        "There is no time zone {TimeZone}; the dates of an event are shown in that of the business (source {Source}, query {Query}).",
        EventName = "payload.unknown_time_zone")]
    private static partial void UnknownTimeZone(ILogger logger, string source, string query, string timeZone);
}
