namespace SessionsWidgets;

/// <summary>Why there is no usable response.</summary>
public enum ApiFailure
{
    /// <summary>The connection failed (name resolution, refusal, TLS, reset), or the request cannot be sent.</summary>
    Unreachable,

    /// <summary>The request exceeded its deadline.</summary>
    TimedOut,

    /// <summary>The key is missing or rejected (401, 403).</summary>
    Unauthorized,

    /// <summary>The business or cigar is unknown (404, 410).</summary>
    NotFound,

    /// <summary>Upstream limits the rate of requests (429, or 503 with Retry-After).</summary>
    RateLimited,

    /// <summary>Any other status than success.</summary>
    UnexpectedStatus,

    /// <summary>A successful response with unusable content: not JSON, another shape, too large.</summary>
    InvalidPayload,
}
