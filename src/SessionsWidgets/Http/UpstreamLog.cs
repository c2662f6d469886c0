using Microsoft.Extensions.Logging;

namespace SessionsWidgets;

/// <summary>One event for each way in which upstream can fail, logged when a key begins to fail in that way. The ids are stable; docs/operations.md lists them.</summary>
internal static partial class UpstreamLog
{
    private const string Facts = " (source {Source}, key {Key}, status {Status}, after {Elapsed} ms, attempt {Attempt}, next try {NextTry:O}): {Reason}";

    [LoggerMessage(101, LogLevel.Warning, "Upstream fails" + Facts, EventName = "upstream.failed")]
    public static partial void Failed(ILogger logger, string source, string key, int? status, double elapsed, int attempt, DateTimeOffset nextTry, string reason);

    [LoggerMessage(110, LogLevel.Warning, "Upstream's host name cannot be resolved" + Facts, EventName = "upstream.dns")]
    public static partial void Dns(ILogger logger, string source, string key, int? status, double elapsed, int attempt, DateTimeOffset nextTry, string reason);

    [LoggerMessage(111, LogLevel.Error, "Upstream's name leads to an address that is not allowed" + Facts, EventName = "upstream.blocked_address")]
    public static partial void BlockedAddress(ILogger logger, string source, string key, int? status, double elapsed, int attempt, DateTimeOffset nextTry, string reason);

    [LoggerMessage(112, LogLevel.Warning, "Upstream refuses connections" + Facts, EventName = "upstream.refused")]
    public static partial void Refused(ILogger logger, string source, string key, int? status, double elapsed, int attempt, DateTimeOffset nextTry, string reason);

    [LoggerMessage(113, LogLevel.Warning, "Upstream does not take connections in time" + Facts, EventName = "upstream.connect_timeout")]
    public static partial void ConnectTimeout(ILogger logger, string source, string key, int? status, double elapsed, int attempt, DateTimeOffset nextTry, string reason);

    [LoggerMessage(114, LogLevel.Error, "Upstream gives no secure connection" + Facts, EventName = "upstream.tls")]
    public static partial void Tls(ILogger logger, string source, string key, int? status, double elapsed, int attempt, DateTimeOffset nextTry, string reason);

    [LoggerMessage(115, LogLevel.Warning, "Upstream resets connections" + Facts, EventName = "upstream.reset")]
    public static partial void Reset(ILogger logger, string source, string key, int? status, double elapsed, int attempt, DateTimeOffset nextTry, string reason);

    [LoggerMessage(116, LogLevel.Warning, "Upstream's answer breaks off" + Facts, EventName = "upstream.truncated")]
    public static partial void Truncated(ILogger logger, string source, string key, int? status, double elapsed, int attempt, DateTimeOffset nextTry, string reason);

    [LoggerMessage(117, LogLevel.Warning, "Upstream does not answer in time" + Facts, EventName = "upstream.timeout")]
    public static partial void TimedOut(ILogger logger, string source, string key, int? status, double elapsed, int attempt, DateTimeOffset nextTry, string reason);

    [LoggerMessage(118, LogLevel.Warning, "Upstream does not complete its answer in time" + Facts, EventName = "upstream.body_timeout")]
    public static partial void BodyTimeout(ILogger logger, string source, string key, int? status, double elapsed, int attempt, DateTimeOffset nextTry, string reason);

    [LoggerMessage(119, LogLevel.Warning, "Upstream sends connections away" + Facts, EventName = "upstream.goaway")]
    public static partial void GoAway(ILogger logger, string source, string key, int? status, double elapsed, int attempt, DateTimeOffset nextTry, string reason);

    [LoggerMessage(120, LogLevel.Warning, "Upstream does not speak HTTP" + Facts, EventName = "upstream.protocol")]
    public static partial void Protocol(ILogger logger, string source, string key, int? status, double elapsed, int attempt, DateTimeOffset nextTry, string reason);

    [LoggerMessage(121, LogLevel.Warning, "Upstream closes connections without an answer" + Facts, EventName = "upstream.empty_reply")]
    public static partial void EmptyReply(ILogger logger, string source, string key, int? status, double elapsed, int attempt, DateTimeOffset nextTry, string reason);

    [LoggerMessage(122, LogLevel.Warning, "This machine is out of connections" + Facts, EventName = "upstream.local_limit")]
    public static partial void LocalLimit(ILogger logger, string source, string key, int? status, double elapsed, int attempt, DateTimeOffset nextTry, string reason);

    [LoggerMessage(123, LogLevel.Error, "The proxy does not let requests through" + Facts, EventName = "upstream.proxy")]
    public static partial void Proxy(ILogger logger, string source, string key, int? status, double elapsed, int attempt, DateTimeOffset nextTry, string reason);

    [LoggerMessage(124, LogLevel.Warning, "Upstream answers with an unexpected status" + Facts, EventName = "upstream.unexpected_status")]
    public static partial void UnexpectedStatus(ILogger logger, string source, string key, int? status, double elapsed, int attempt, DateTimeOffset nextTry, string reason);

    [LoggerMessage(125, LogLevel.Warning, "Upstream says 'not modified' of what it has not given" + Facts, EventName = "upstream.bad_304")]
    public static partial void BadNotModified(ILogger logger, string source, string key, int? status, double elapsed, int attempt, DateTimeOffset nextTry, string reason);

    [LoggerMessage(126, LogLevel.Error, "Upstream redirects to somewhere else" + Facts, EventName = "upstream.redirect_foreign")]
    public static partial void RedirectForeign(ILogger logger, string source, string key, int? status, double elapsed, int attempt, DateTimeOffset nextTry, string reason);

    [LoggerMessage(127, LogLevel.Error, "Upstream redirects again and again" + Facts, EventName = "upstream.redirect_loop")]
    public static partial void RedirectLoop(ILogger logger, string source, string key, int? status, double elapsed, int attempt, DateTimeOffset nextTry, string reason);

    [LoggerMessage(128, LogLevel.Warning, "Upstream has an error" + Facts, EventName = "upstream.5xx")]
    public static partial void ServerError(ILogger logger, string source, string key, int? status, double elapsed, int attempt, DateTimeOffset nextTry, string reason);

    [LoggerMessage(129, LogLevel.Warning, "Upstream is not ready for requests" + Facts, EventName = "upstream.not_now")]
    public static partial void NotNow(ILogger logger, string source, string key, int? status, double elapsed, int attempt, DateTimeOffset nextTry, string reason);

    [LoggerMessage(130, LogLevel.Error, "Upstream rejects the request" + Facts, EventName = "request.rejected")]
    public static partial void RequestRejected(ILogger logger, string source, string key, int? status, double elapsed, int attempt, DateTimeOffset nextTry, string reason);

    [LoggerMessage(131, LogLevel.Error, "Upstream rejects the key" + Facts, EventName = "auth.rejected")]
    public static partial void KeyRejected(ILogger logger, string source, string key, int? status, double elapsed, int attempt, DateTimeOffset nextTry, string reason);

    [LoggerMessage(132, LogLevel.Error, "Upstream forbids access" + Facts, EventName = "auth.forbidden")]
    public static partial void Forbidden(ILogger logger, string source, string key, int? status, double elapsed, int attempt, DateTimeOffset nextTry, string reason);

    [LoggerMessage(133, LogLevel.Warning, "Upstream does not know the business" + Facts, EventName = "business.not_found")]
    public static partial void NotFound(ILogger logger, string source, string key, int? status, double elapsed, int attempt, DateTimeOffset nextTry, string reason);

    [LoggerMessage(134, LogLevel.Warning, "Upstream says that the business is gone" + Facts, EventName = "business.gone")]
    public static partial void Gone(ILogger logger, string source, string key, int? status, double elapsed, int attempt, DateTimeOffset nextTry, string reason);

    [LoggerMessage(135, LogLevel.Warning, "Upstream limits the rate of requests" + Facts, EventName = "rate.limited")]
    public static partial void RateLimited(ILogger logger, string source, string key, int? status, double elapsed, int attempt, DateTimeOffset nextTry, string reason);

    [LoggerMessage(136, LogLevel.Warning, "Upstream is unavailable" + Facts, EventName = "upstream.unavailable")]
    public static partial void Unavailable(ILogger logger, string source, string key, int? status, double elapsed, int attempt, DateTimeOffset nextTry, string reason);

    [LoggerMessage(140, LogLevel.Error, "Upstream's answer is no JSON" + Facts, EventName = "payload.not_json")]
    public static partial void NotJson(ILogger logger, string source, string key, int? status, double elapsed, int attempt, DateTimeOffset nextTry, string reason);

    [LoggerMessage(141, LogLevel.Error, "Upstream's answer has another shape" + Facts, EventName = "payload.shape")]
    public static partial void Shape(ILogger logger, string source, string key, int? status, double elapsed, int attempt, DateTimeOffset nextTry, string reason);

    [LoggerMessage(142, LogLevel.Warning, "Upstream's answer is broken JSON" + Facts, EventName = "payload.invalid_json")]
    public static partial void InvalidJson(ILogger logger, string source, string key, int? status, double elapsed, int attempt, DateTimeOffset nextTry, string reason);

    [LoggerMessage(143, LogLevel.Warning, "Upstream's answer is not encoded as it says" + Facts, EventName = "payload.encoding")]
    public static partial void Encoding(ILogger logger, string source, string key, int? status, double elapsed, int attempt, DateTimeOffset nextTry, string reason);

    [LoggerMessage(144, LogLevel.Error, "Upstream's answer is too large" + Facts, EventName = "payload.too_large")]
    public static partial void TooLarge(ILogger logger, string source, string key, int? status, double elapsed, int attempt, DateTimeOffset nextTry, string reason);

    [LoggerMessage(145, LogLevel.Error, "Upstream's answer is nested too deeply" + Facts, EventName = "payload.too_deep")]
    public static partial void TooDeep(ILogger logger, string source, string key, int? status, double elapsed, int attempt, DateTimeOffset nextTry, string reason);

    [LoggerMessage(146, LogLevel.Warning, "Upstream's answer contradicts itself" + Facts, EventName = "payload.duplicate_key")]
    public static partial void DuplicateKey(ILogger logger, string source, string key, int? status, double elapsed, int attempt, DateTimeOffset nextTry, string reason);

    [LoggerMessage(147, LogLevel.Warning, "Most of upstream's items are broken" + Facts, EventName = "payload.mostly_broken")]
    public static partial void MostlyBroken(ILogger logger, string source, string key, int? status, double elapsed, int attempt, DateTimeOffset nextTry, string reason);

    [LoggerMessage(148, LogLevel.Warning, "Upstream counts items that it does not send" + Facts, EventName = "payload.empty_but_counted")]
    public static partial void EmptyButCounted(ILogger logger, string source, string key, int? status, double elapsed, int attempt, DateTimeOffset nextTry, string reason);
}
