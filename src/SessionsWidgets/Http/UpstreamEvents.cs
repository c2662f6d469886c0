using Microsoft.Extensions.Logging;

namespace SessionsWidgets;

/// <summary>Events of upstream that are no failures. Ids are stable; see docs/operations.md.</summary>
internal static partial class UpstreamEvents
{
    [LoggerMessage(
        102, LogLevel.Information,
        "Upstream has recovered (source {Source}, query {Query}) after {Outage} and {Attempts} failed attempts; {Saved} calls were "
            + "suppressed.",
        EventName = "upstream.recovered")]
    public static partial void Recovered(ILogger logger, string source, string query, TimeSpan outage, int attempts, long saved);

    [LoggerMessage(
        103, LogLevel.Information, "Upstream is slow (source {Source}, query {Query}): {Elapsed} ms.", EventName = "upstream.slow")]
    public static partial void Slow(ILogger logger, string source, string query, double elapsed);

    [LoggerMessage(104, LogLevel.Information, "GET {Address} is retried after {Fault}.", EventName = "upstream.retry")]
    public static partial void Retry(ILogger logger, string address, string fault);

    [LoggerMessage(
        105, LogLevel.Information, "GET {Address} follows a redirect within its origin.", EventName = "upstream.redirected")]
    public static partial void Redirected(ILogger logger, string address);

    [LoggerMessage(
        106, LogLevel.Error, "The HTTP handler ignores the cancellation of GET {Address}; it is no longer awaited.",
        EventName = "upstream.abandoned")]
    public static partial void Abandoned(ILogger logger, string address);

    [LoggerMessage(107, LogLevel.Information, "The clocks of {Host} and of this machine are {Skew} apart.", EventName = "clock.skew")]
    public static partial void ClockSkew(ILogger logger, string host, TimeSpan skew);

    [LoggerMessage(
        109, LogLevel.Debug, "The exception by which GET {Address} failed, as .NET threw it.", EventName = "upstream.exception")]
    public static partial void Thrown(ILogger logger, string address, Exception exception);

    [LoggerMessage(
        108, LogLevel.Debug, "Upstream data is not modified (source {Source}, query {Query}).", EventName = "upstream.not_modified")]
    public static partial void NotModified(ILogger logger, string source, string query);
}
