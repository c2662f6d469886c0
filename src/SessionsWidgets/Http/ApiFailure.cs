namespace SessionsWidgets;

/// <summary>Why upstream gave no usable answer.</summary>
public enum ApiFailure
{
    /// <summary>No connection, or it broke: name resolution, refusal, TLS, reset.</summary>
    Unreachable,

    /// <summary>The whole exchange took longer than its deadline.</summary>
    TimedOut,

    /// <summary>The key is missing or refused (401, 403).</summary>
    Unauthorized,

    /// <summary>The business or cigar is unknown (404, 410).</summary>
    NotFound,

    /// <summary>Upstream asks to wait (429, or 503 with Retry-After).</summary>
    RateLimited,

    /// <summary>Any other status than success.</summary>
    UnexpectedStatus,

    /// <summary>A success whose content cannot be used: not JSON, another shape, too large.</summary>
    InvalidPayload,
}
