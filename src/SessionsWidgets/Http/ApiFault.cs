using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;

namespace SessionsWidgets;

/// <summary>
/// What can go wrong with upstream, in one table: the event that tells it, how it is told to callers, how long upstream is left alone,
/// and what becomes of the last good answer. Ids and names of events are stable; docs/operations.md lists them.
/// </summary>
internal sealed class ApiFault
{
    private const string Facts =
        " (source {Source}, key {Key}, status {Status}, after {Elapsed} ms, attempt {Attempt}, next try {NextTry:O}): {Reason}";

    private ApiFault(int id, string name, LogLevel level, ApiFailure failure, string text)
    {
        Event = new EventId(id, name);
        Level = level;
        Failure = failure;
        Text = text + Facts;
    }

    /// <summary>The event's id and name.</summary>
    public EventId Event { get; }

    public string Name => Event.Name!;

    public LogLevel Level { get; }

    /// <summary>How it is told to callers.</summary>
    public ApiFailure Failure { get; }

    /// <summary>How long upstream is left alone; null for a window that doubles.</summary>
    public TimeSpan? Window { get; private init; }

    /// <summary>How long the last good answer is still shown, from the first of these failures on; null for its usual age.</summary>
    public TimeSpan? Grace { get; private init; }

    /// <summary>How many of these failures in a row end the grace before its time.</summary>
    public int MaxInARow { get; private init; } = int.MaxValue;

    /// <summary>Whether the same request may work a moment later, so that it is sent once more.</summary>
    public bool IsTransient { get; private init; }

    /// <summary>What the event says, with the names of its properties.</summary>
    private string Text { get; }

    public static ApiFault Other { get; } = new(101, "upstream.failed", LogLevel.Warning, ApiFailure.Unreachable, "Upstream fails");

    public static ApiFault Dns { get; } =
        new(110, "upstream.dns", LogLevel.Warning, ApiFailure.Unreachable, "Upstream's host name cannot be resolved");

    public static ApiFault BlockedAddress { get; } =
        new(111, "upstream.blocked_address", LogLevel.Error, ApiFailure.Unreachable,
            "Upstream's name leads to an address that is not allowed");

    public static ApiFault Refused { get; } =
        new(112, "upstream.refused", LogLevel.Warning, ApiFailure.Unreachable, "Upstream refuses connections");

    public static ApiFault ConnectTimeout { get; } =
        new(113, "upstream.connect_timeout", LogLevel.Warning, ApiFailure.TimedOut, "Upstream does not take connections in time");

    public static ApiFault Tls { get; } =
        new(114, "upstream.tls", LogLevel.Error, ApiFailure.Unreachable, "Upstream gives no secure connection") { Window = Minutes(5) };

    public static ApiFault Reset { get; } =
        new(115, "upstream.reset", LogLevel.Warning, ApiFailure.Unreachable, "Upstream resets connections") { IsTransient = true };

    public static ApiFault Truncated { get; } =
        new(116, "upstream.truncated", LogLevel.Warning, ApiFailure.Unreachable, "Upstream's answer breaks off");

    public static ApiFault Timeout { get; } =
        new(117, "upstream.timeout", LogLevel.Warning, ApiFailure.TimedOut, "Upstream does not answer in time");

    public static ApiFault BodyTimeout { get; } =
        new(118, "upstream.body_timeout", LogLevel.Warning, ApiFailure.TimedOut, "Upstream does not complete its answer in time");

    public static ApiFault GoAway { get; } =
        new(119, "upstream.goaway", LogLevel.Warning, ApiFailure.Unreachable, "Upstream sends connections away") { IsTransient = true };

    public static ApiFault Protocol { get; } =
        new(120, "upstream.protocol", LogLevel.Warning, ApiFailure.Unreachable, "Upstream does not speak HTTP");

    public static ApiFault EmptyReply { get; } =
        new(121, "upstream.empty_reply", LogLevel.Warning, ApiFailure.Unreachable,
            "Upstream closes connections without an answer") { IsTransient = true };

    public static ApiFault LocalLimit { get; } =
        new(122, "upstream.local_limit", LogLevel.Warning, ApiFailure.Unreachable, "This machine is out of connections");

    public static ApiFault Proxy { get; } =
        new(123, "upstream.proxy", LogLevel.Error, ApiFailure.Unreachable, "The proxy does not let requests through");

    public static ApiFault UnexpectedStatus { get; } =
        new(124, "upstream.unexpected_status", LogLevel.Warning, ApiFailure.UnexpectedStatus, "Upstream answers with an unexpected status");

    public static ApiFault NotNow { get; } =
        new(129, "upstream.not_now", LogLevel.Warning, ApiFailure.UnexpectedStatus,
            "Upstream is not ready for requests") { IsTransient = true };

    public static ApiFault BadNotModified { get; } =
        new(125, "upstream.bad_304", LogLevel.Warning, ApiFailure.UnexpectedStatus,
            "Upstream says 'not modified' of what it has not given") { IsTransient = true };

    public static ApiFault RedirectForeign { get; } =
        new(126, "upstream.redirect_foreign", LogLevel.Error, ApiFailure.UnexpectedStatus,
            "Upstream redirects to somewhere else") { Window = Minutes(5) };

    public static ApiFault RedirectLoop { get; } =
        new(127, "upstream.redirect_loop", LogLevel.Error, ApiFailure.UnexpectedStatus, "Upstream redirects again and again");

    public static ApiFault ServerError { get; } =
        new(128, "upstream.5xx", LogLevel.Warning, ApiFailure.UnexpectedStatus, "Upstream has an error");

    public static ApiFault RequestRejected { get; } =
        new(130, "request.rejected", LogLevel.Error, ApiFailure.UnexpectedStatus, "Upstream rejects the request") { Window = Minutes(5) };

    public static ApiFault KeyRejected { get; } =
        new(131, "auth.rejected", LogLevel.Error, ApiFailure.Unauthorized, "Upstream rejects the key") { Window = Minutes(1) };

    /// <summary>Access may have been withdrawn, so what it once gave is not shown for long.</summary>
    public static ApiFault Forbidden { get; } =
        new(132, "auth.forbidden", LogLevel.Error, ApiFailure.Unauthorized,
            "Upstream forbids access") { Window = Minutes(1), Grace = Minutes(15) };

    public static ApiFault NotFound { get; } =
        new(133, "business.not_found", LogLevel.Warning, ApiFailure.NotFound,
            "Upstream does not know the business") { Grace = Minutes(5), MaxInARow = 2 };

    public static ApiFault Gone { get; } =
        new(134, "business.gone", LogLevel.Warning, ApiFailure.NotFound,
            "Upstream says that the business is gone") { Grace = TimeSpan.Zero };

    public static ApiFault RateLimited { get; } =
        new(135, "rate.limited", LogLevel.Warning, ApiFailure.RateLimited, "Upstream limits the rate of requests");

    public static ApiFault Unavailable { get; } =
        new(136, "upstream.unavailable", LogLevel.Warning, ApiFailure.RateLimited, "Upstream is unavailable");

    public static ApiFault NotJson { get; } =
        new(140, "payload.not_json", LogLevel.Error, ApiFailure.InvalidPayload, "Upstream's answer is no JSON");

    public static ApiFault Shape { get; } =
        new(141, "payload.shape", LogLevel.Error, ApiFailure.InvalidPayload, "Upstream's answer has another shape");

    public static ApiFault InvalidJson { get; } =
        new(142, "payload.invalid_json", LogLevel.Warning, ApiFailure.InvalidPayload, "Upstream's answer is broken JSON");

    public static ApiFault Encoding { get; } =
        new(143, "payload.encoding", LogLevel.Warning, ApiFailure.InvalidPayload, "Upstream's answer is not encoded as it says");

    public static ApiFault TooLarge { get; } =
        new(144, "payload.too_large", LogLevel.Error, ApiFailure.InvalidPayload, "Upstream's answer is too large") { Window = Minutes(5) };

    public static ApiFault TooDeep { get; } =
        new(145, "payload.too_deep", LogLevel.Error, ApiFailure.InvalidPayload, "Upstream's answer is nested too deeply");

    public static ApiFault DuplicateKey { get; } =
        new(146, "payload.duplicate_key", LogLevel.Warning, ApiFailure.InvalidPayload, "Upstream's answer contradicts itself");

    public static ApiFault MostlyBroken { get; } =
        new(147, "payload.mostly_broken", LogLevel.Warning, ApiFailure.InvalidPayload, "Most of upstream's items are broken");

    public static ApiFault CountMismatch { get; } =
        new(148, "payload.empty_but_counted", LogLevel.Warning, ApiFailure.InvalidPayload, "Upstream counts items that it does not send");

    /// <summary>The fault that stands for a kind of failure about which nothing more is known.</summary>
    public static ApiFault Of(ApiFailure failure) => failure switch
    {
        ApiFailure.TimedOut => Timeout,
        ApiFailure.Unauthorized => KeyRejected,
        ApiFailure.NotFound => NotFound,
        ApiFailure.RateLimited => RateLimited,
        ApiFailure.UnexpectedStatus => UnexpectedStatus,
        ApiFailure.InvalidPayload => Shape,
        _ => Other,
    };

    /// <summary>Logs that a key has begun to fail in this way.</summary>
    [SuppressMessage("Usage", "CA2254", Justification = "Each row has a text of its own, which is constant.")]
    public void Log(ILogger logger, string source, string key, ApiException error, TimeSpan elapsed, int attempt, DateTimeOffset nextTry)
    {
        if (!logger.IsEnabled(Level)) return;
        var milliseconds = Math.Round(elapsed.TotalMilliseconds);
        logger.Log(Level, Event, Text, source, key, (int?)error.StatusCode, milliseconds, attempt, nextTry, error.Message);
    }

    private static TimeSpan Minutes(int minutes) => TimeSpan.FromMinutes(minutes);
}
