using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;

namespace SessionsWidgets;

/// <summary>The faults of upstream and how each is handled. Event ids and names are stable; see docs/operations.md.</summary>
internal sealed class ApiFault
{
    private const string Facts = "after {Elapsed} ms, attempt {Attempt}, next try {NextTry:O}): {Reason}";

    private ApiFault(int id, string name, LogLevel level, ApiFailure failure, string text)
    {
        Event = new EventId(id, name);
        Level = level;
        Failure = failure;
        Text = $"{text} (source {{Source}}, query {{Query}}, {Facts}";
        TextWithStatus = $"{text} (source {{Source}}, query {{Query}}, status {{Status}}, {Facts}";
    }

    public EventId Event { get; }

    public string Name => Event.Name!;

    public LogLevel Level { get; }

    public ApiFailure Failure { get; }

    /// <summary>A fixed back-off; null for the exponential one.</summary>
    public TimeSpan? FixedBackoff { get; private init; }

    /// <summary>How long stale data is served from the first of these failures on; null for its usual age.</summary>
    public TimeSpan? Grace { get; private init; }

    /// <summary>How many of these failures in a row end the grace early.</summary>
    public int MaxConsecutive { get; private init; } = int.MaxValue;

    /// <summary>Whether the request is retried at once.</summary>
    public bool IsTransient { get; private init; }

    /// <summary>Whether it concerns this request and says nothing of others.</summary>
    public bool IsOfRequest => this == RequestRejected || Failure == ApiFailure.NotFound;

    /// <summary>Whether there was no connection to the host, which concerns all of its queries alike.</summary>
    public bool IsOfHost =>
        this == Dns || this == BlockedAddress || this == Refused || this == ConnectTimeout || this == Tls || this == Proxy;

    /// <summary>The message template of the event where there was no response.</summary>
    private string Text { get; }

    /// <summary>The message template of the event with the status of the response.</summary>
    private string TextWithStatus { get; }

    public static ApiFault Other { get; } = new(101, "upstream.failed", LogLevel.Warning, ApiFailure.Unreachable, "Upstream fails");

    public static ApiFault Dns { get; } =
        new(110, "upstream.dns", LogLevel.Warning, ApiFailure.Unreachable, "Upstream's host name cannot be resolved");

    public static ApiFault BlockedAddress { get; } =
        new(111, "upstream.blocked_address", LogLevel.Error, ApiFailure.Unreachable,
            "Upstream's name resolves to an address that is not allowed");

    public static ApiFault Refused { get; } =
        new(112, "upstream.refused", LogLevel.Warning, ApiFailure.Unreachable, "Upstream refuses connections");

    public static ApiFault ConnectTimeout { get; } =
        new(113, "upstream.connect_timeout", LogLevel.Warning, ApiFailure.TimedOut, "Upstream does not accept connections in time");

    public static ApiFault Tls { get; } =
        new(114, "upstream.tls", LogLevel.Error, ApiFailure.Unreachable, "Upstream fails the TLS handshake") { FixedBackoff = Minutes(5) };

    public static ApiFault Reset { get; } =
        new(115, "upstream.reset", LogLevel.Warning, ApiFailure.Unreachable, "Upstream resets connections") { IsTransient = true };

    public static ApiFault Truncated { get; } =
        new(116, "upstream.truncated", LogLevel.Warning, ApiFailure.Unreachable, "Upstream's response is truncated");

    public static ApiFault Timeout { get; } =
        new(117, "upstream.timeout", LogLevel.Warning, ApiFailure.TimedOut, "Upstream does not respond in time");

    public static ApiFault BodyTimeout { get; } =
        new(118, "upstream.body_timeout", LogLevel.Warning, ApiFailure.TimedOut, "Upstream does not complete its response in time");

    public static ApiFault GoAway { get; } =
        new(119, "upstream.goaway", LogLevel.Warning, ApiFailure.Unreachable,
            "Upstream closes connections (GOAWAY)") { IsTransient = true };

    public static ApiFault Protocol { get; } =
        new(120, "upstream.protocol", LogLevel.Warning, ApiFailure.Unreachable, "Upstream violates the HTTP protocol");

    public static ApiFault EmptyReply { get; } =
        new(121, "upstream.empty_reply", LogLevel.Warning, ApiFailure.Unreachable,
            "Upstream closes connections without a response") { IsTransient = true };

    public static ApiFault LocalLimit { get; } =
        new(122, "upstream.local_limit", LogLevel.Warning, ApiFailure.Unreachable, "This machine is out of connections");

    public static ApiFault Proxy { get; } =
        new(123, "upstream.proxy", LogLevel.Error, ApiFailure.Unreachable, "The proxy does not let requests through");

    public static ApiFault UnexpectedStatus { get; } =
        new(124, "upstream.unexpected_status", LogLevel.Warning, ApiFailure.UnexpectedStatus,
            "Upstream responds with an unexpected status");

    public static ApiFault NotNow { get; } =
        new(129, "upstream.not_now", LogLevel.Warning, ApiFailure.UnexpectedStatus,
            "Upstream is not ready for requests") { IsTransient = true };

    public static ApiFault BadNotModified { get; } =
        new(125, "upstream.bad_304", LogLevel.Warning, ApiFailure.UnexpectedStatus,
            "Upstream sends 304 to an unconditional request") { IsTransient = true };

    public static ApiFault RedirectForeign { get; } =
        new(126, "upstream.redirect_foreign", LogLevel.Error, ApiFailure.UnexpectedStatus,
            "Upstream redirects to another origin") { FixedBackoff = Minutes(5) };

    public static ApiFault RedirectLoop { get; } =
        new(127, "upstream.redirect_loop", LogLevel.Error, ApiFailure.UnexpectedStatus, "Upstream redirects too often");

    public static ApiFault ServerError { get; } =
        new(128, "upstream.5xx", LogLevel.Warning, ApiFailure.UnexpectedStatus, "Upstream has an internal error");

    public static ApiFault RequestRejected { get; } =
        new(130, "request.rejected", LogLevel.Error, ApiFailure.UnexpectedStatus, "Upstream rejects the request")
        {
            FixedBackoff = Minutes(5),
        };

    public static ApiFault KeyRejected { get; } =
        new(131, "auth.rejected", LogLevel.Error, ApiFailure.Unauthorized, "Upstream rejects the key") { FixedBackoff = Minutes(1) };

    /// <summary>Access may have been revoked, so stale data is served for 15 minutes only.</summary>
    public static ApiFault Forbidden { get; } =
        new(132, "auth.forbidden", LogLevel.Error, ApiFailure.Unauthorized,
            "Upstream forbids access") { FixedBackoff = Minutes(1), Grace = Minutes(15) };

    public static ApiFault NotFound { get; } =
        new(133, "business.not_found", LogLevel.Warning, ApiFailure.NotFound,
            "Upstream does not know the business") { Grace = Minutes(5), MaxConsecutive = 2 };

    public static ApiFault Gone { get; } =
        new(134, "business.gone", LogLevel.Warning, ApiFailure.NotFound,
            "Upstream says that the business is gone") { Grace = TimeSpan.Zero };

    public static ApiFault RateLimited { get; } =
        new(135, "rate.limited", LogLevel.Warning, ApiFailure.RateLimited, "Upstream limits the rate of requests");

    public static ApiFault Unavailable { get; } =
        new(136, "upstream.unavailable", LogLevel.Warning, ApiFailure.RateLimited, "Upstream is unavailable");

    public static ApiFault NotSendable { get; } =
        new(137, "request.not_sendable", LogLevel.Error, ApiFailure.Unreachable, "The request cannot be sent")
        {
            FixedBackoff = Minutes(5),
        };

    public static ApiFault CigarNotFound { get; } =
        new(138, "cigar.not_found", LogLevel.Warning, ApiFailure.NotFound,
            "Upstream does not know the cigar") { Grace = Minutes(5), MaxConsecutive = 2 };

    public static ApiFault CigarGone { get; } =
        new(139, "cigar.gone", LogLevel.Warning, ApiFailure.NotFound,
            "Upstream says that the cigar is gone") { Grace = TimeSpan.Zero };

    public static ApiFault NotJson { get; } =
        new(140, "payload.not_json", LogLevel.Error, ApiFailure.InvalidPayload, "Upstream's response is not JSON");

    public static ApiFault Shape { get; } =
        new(141, "payload.shape", LogLevel.Error, ApiFailure.InvalidPayload, "Upstream's response has another shape");

    public static ApiFault InvalidJson { get; } =
        new(142, "payload.invalid_json", LogLevel.Warning, ApiFailure.InvalidPayload, "Upstream's response is invalid JSON");

    public static ApiFault Encoding { get; } =
        new(143, "payload.encoding", LogLevel.Warning, ApiFailure.InvalidPayload, "Upstream's response has the wrong encoding");

    public static ApiFault TooLarge { get; } =
        new(144, "payload.too_large", LogLevel.Error, ApiFailure.InvalidPayload,
            "Upstream's response is too large") { FixedBackoff = Minutes(5) };

    public static ApiFault TooDeep { get; } =
        new(145, "payload.too_deep", LogLevel.Error, ApiFailure.InvalidPayload, "Upstream's response is nested too deeply");

    public static ApiFault DuplicateKey { get; } =
        new(146, "payload.duplicate_key", LogLevel.Warning, ApiFailure.InvalidPayload, "Upstream's response has duplicate keys");

    public static ApiFault MostlyBroken { get; } =
        new(147, "payload.mostly_broken", LogLevel.Warning, ApiFailure.InvalidPayload, "Most of upstream's items are broken");

    public static ApiFault CountMismatch { get; } =
        new(148, "payload.empty_but_counted", LogLevel.Warning, ApiFailure.InvalidPayload, "Upstream counts items that it does not send");

    /// <summary>A picture that its host removes is removed here, too.</summary>
    public static ApiFault PictureNotFound { get; } = new(
        161, "picture.not_found", LogLevel.Information, ApiFailure.NotFound,
        "A picture is not where upstream says") { FixedBackoff = Minutes(1), Grace = TimeSpan.Zero };

    public static ApiFault NotAPicture { get; } = new(
        162, "picture.refused", LogLevel.Warning, ApiFailure.InvalidPayload,
        "What comes in place of a picture is not served") { FixedBackoff = Minutes(1) };

    /// <summary>The default fault of a failure kind.</summary>
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

    /// <summary>Logs the start of a streak of this fault: at its level, or at Debug where it is known of the host.</summary>
    [SuppressMessage("Usage", "CA2254", Justification = "The templates of each fault are constant.")]
    public void Log(
        ILogger logger, string source, string query, ApiException error, TimeSpan elapsed, int attempt, DateTimeOffset nextTry,
        bool isKnown = false)
    {
        var level = isKnown ? LogLevel.Debug : Level;
        if (!logger.IsEnabled(level)) return;
        var milliseconds = Math.Round(elapsed.TotalMilliseconds);
        if (error.StatusCode is { } status)
            logger.Log(level, Event, TextWithStatus, source, query, (int)status, milliseconds, attempt, nextTry, error.Message);
        else logger.Log(level, Event, Text, source, query, milliseconds, attempt, nextTry, error.Message);
    }

    private static TimeSpan Minutes(int minutes) => TimeSpan.FromMinutes(minutes);
}
