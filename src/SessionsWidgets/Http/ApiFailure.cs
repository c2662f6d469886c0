namespace SessionsWidgets;

/// <summary>The reason why there is no usable response.</summary>
public enum ApiFailure
{
    /// <summary>The connection failed (name resolution, refusal, TLS, reset, HTTP protocol), or the request could not be sent.</summary>
    Unreachable,

    /// <summary>The connection or the response was not complete in time.</summary>
    TimedOut,

    /// <summary>The key or token is missing or rejected (401), or has no access to the data (403).</summary>
    Unauthorized,

    /// <summary>The business or cigar is unknown (404, 410).</summary>
    NotFound,

    /// <summary>Upstream limits the rate of requests (429, or 503 with Retry-After), or a limit in <see cref="CachePolicy"/> or of the
    /// guest Wi-Fi is reached.</summary>
    RateLimited,

    /// <summary>Another status that is not a success.</summary>
    UnexpectedStatus,

    /// <summary>A successful response with unusable content: not JSON, an unexpected structure, or too large.</summary>
    InvalidPayload,
}
