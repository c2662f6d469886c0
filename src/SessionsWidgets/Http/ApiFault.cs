using Microsoft.Extensions.Logging;

namespace SessionsWidgets;

/// <summary>What can go wrong with upstream: how it is told in the log, how long upstream is left alone, and what becomes of the last good answer.</summary>
internal sealed class ApiFault
{
    private readonly LogOutage _log;

    private ApiFault(string name, ApiFailure failure, LogOutage log)
    {
        Name = name;
        Failure = failure;
        _log = log;
    }

    private delegate void LogOutage(ILogger logger, string source, string key, int? status, double elapsed, int attempt, DateTimeOffset nextTry, string reason);

    /// <summary>The event's name, stable.</summary>
    public string Name { get; }

    /// <summary>How it is told to callers.</summary>
    public ApiFailure Failure { get; }

    /// <summary>How long upstream is left alone; null for a window that doubles.</summary>
    public TimeSpan? Window { get; private init; }

    /// <summary>How long the last good answer is still shown, from the first of these failures on; null for its usual age.</summary>
    public TimeSpan? Grace { get; private init; }

    /// <summary>How many of these failures in a row end the grace before its time.</summary>
    public int MostInARow { get; private init; } = int.MaxValue;

    /// <summary>Whether the same request may work a moment later, so that it is sent once more.</summary>
    public bool MayPass { get; private init; }

    public static ApiFault Other { get; } = new("upstream.failed", ApiFailure.Unreachable, UpstreamLog.Failed);

    public static ApiFault Dns { get; } = new("upstream.dns", ApiFailure.Unreachable, UpstreamLog.Dns);

    public static ApiFault BlockedAddress { get; } = new("upstream.blocked_address", ApiFailure.Unreachable, UpstreamLog.BlockedAddress);

    public static ApiFault Refused { get; } = new("upstream.refused", ApiFailure.Unreachable, UpstreamLog.Refused);

    public static ApiFault ConnectTimeout { get; } = new("upstream.connect_timeout", ApiFailure.TimedOut, UpstreamLog.ConnectTimeout);

    public static ApiFault Tls { get; } = new("upstream.tls", ApiFailure.Unreachable, UpstreamLog.Tls) { Window = Minutes(5) };

    public static ApiFault Reset { get; } = new("upstream.reset", ApiFailure.Unreachable, UpstreamLog.Reset) { MayPass = true };

    public static ApiFault Truncated { get; } = new("upstream.truncated", ApiFailure.Unreachable, UpstreamLog.Truncated);

    public static ApiFault Timeout { get; } = new("upstream.timeout", ApiFailure.TimedOut, UpstreamLog.TimedOut);

    public static ApiFault BodyTimeout { get; } = new("upstream.body_timeout", ApiFailure.TimedOut, UpstreamLog.BodyTimeout);

    public static ApiFault GoAway { get; } = new("upstream.goaway", ApiFailure.Unreachable, UpstreamLog.GoAway) { MayPass = true };

    public static ApiFault Protocol { get; } = new("upstream.protocol", ApiFailure.Unreachable, UpstreamLog.Protocol);

    public static ApiFault EmptyReply { get; } = new("upstream.empty_reply", ApiFailure.Unreachable, UpstreamLog.EmptyReply) { MayPass = true };

    public static ApiFault LocalLimit { get; } = new("upstream.local_limit", ApiFailure.Unreachable, UpstreamLog.LocalLimit);

    public static ApiFault Proxy { get; } = new("upstream.proxy", ApiFailure.Unreachable, UpstreamLog.Proxy);

    public static ApiFault UnexpectedStatus { get; } = new("upstream.unexpected_status", ApiFailure.UnexpectedStatus, UpstreamLog.UnexpectedStatus);

    public static ApiFault NotNow { get; } = new("upstream.not_now", ApiFailure.UnexpectedStatus, UpstreamLog.NotNow) { MayPass = true };

    public static ApiFault BadNotModified { get; } = new("upstream.bad_304", ApiFailure.UnexpectedStatus, UpstreamLog.BadNotModified) { MayPass = true };

    public static ApiFault RedirectForeign { get; } = new("upstream.redirect_foreign", ApiFailure.UnexpectedStatus, UpstreamLog.RedirectForeign) { Window = Minutes(5) };

    public static ApiFault RedirectLoop { get; } = new("upstream.redirect_loop", ApiFailure.UnexpectedStatus, UpstreamLog.RedirectLoop);

    public static ApiFault ServerError { get; } = new("upstream.5xx", ApiFailure.UnexpectedStatus, UpstreamLog.ServerError);

    public static ApiFault RequestRejected { get; } = new("request.rejected", ApiFailure.UnexpectedStatus, UpstreamLog.RequestRejected) { Window = Minutes(5) };

    public static ApiFault KeyRejected { get; } = new("auth.rejected", ApiFailure.Unauthorized, UpstreamLog.KeyRejected) { Window = Minutes(1) };

    /// <summary>Access may have been withdrawn, so what it once gave is not shown for long.</summary>
    public static ApiFault Forbidden { get; } = new("auth.forbidden", ApiFailure.Unauthorized, UpstreamLog.Forbidden) { Window = Minutes(1), Grace = Minutes(15) };

    public static ApiFault NotFound { get; } = new("business.not_found", ApiFailure.NotFound, UpstreamLog.NotFound) { Grace = Minutes(5), MostInARow = 2 };

    public static ApiFault Gone { get; } = new("business.gone", ApiFailure.NotFound, UpstreamLog.Gone) { Grace = TimeSpan.Zero };

    public static ApiFault RateLimited { get; } = new("rate.limited", ApiFailure.RateLimited, UpstreamLog.RateLimited);

    public static ApiFault Unavailable { get; } = new("upstream.unavailable", ApiFailure.RateLimited, UpstreamLog.Unavailable);

    public static ApiFault NotJson { get; } = new("payload.not_json", ApiFailure.InvalidPayload, UpstreamLog.NotJson);

    public static ApiFault Shape { get; } = new("payload.shape", ApiFailure.InvalidPayload, UpstreamLog.Shape);

    public static ApiFault InvalidJson { get; } = new("payload.invalid_json", ApiFailure.InvalidPayload, UpstreamLog.InvalidJson);

    public static ApiFault Encoding { get; } = new("payload.encoding", ApiFailure.InvalidPayload, UpstreamLog.Encoding);

    public static ApiFault TooLarge { get; } = new("payload.too_large", ApiFailure.InvalidPayload, UpstreamLog.TooLarge) { Window = Minutes(5) };

    public static ApiFault TooDeep { get; } = new("payload.too_deep", ApiFailure.InvalidPayload, UpstreamLog.TooDeep);

    public static ApiFault DuplicateKey { get; } = new("payload.duplicate_key", ApiFailure.InvalidPayload, UpstreamLog.DuplicateKey);

    public static ApiFault MostlyBroken { get; } = new("payload.mostly_broken", ApiFailure.InvalidPayload, UpstreamLog.MostlyBroken);

    public static ApiFault CountMismatch { get; } = new("payload.empty_but_counted", ApiFailure.InvalidPayload, UpstreamLog.EmptyButCounted);

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

    /// <summary>Tells the log that a key has begun to fail in this way.</summary>
    public void Log(ILogger logger, string source, string key, ApiException error, TimeSpan elapsed, int attempt, DateTimeOffset nextTry) =>
        _log(logger, source, key, (int?)error.StatusCode, Math.Round(elapsed.TotalMilliseconds), attempt, nextTry, error.Message);

    private static TimeSpan Minutes(int minutes) => TimeSpan.FromMinutes(minutes);
}
