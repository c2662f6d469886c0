namespace SessionsWidgets;

/// <summary>A GET request to upstream. Immutable.</summary>
internal sealed record ApiRequest(Uri Uri, ApiKeyHeader? Credential)
{
    /// <summary>The address in errors, logs and traces. Default: <see cref="Uri"/>, shown without its query.</summary>
    public Uri Shown { get; init; } = Uri;

    /// <summary>The subject. Default: a business.</summary>
    public ApiSubject Subject { get; init; }

    /// <summary>The validators of the cached response; null for an unconditional request.</summary>
    public CacheValidators? Validators { get; init; }

    /// <summary>The timeout; null for that of the client.</summary>
    public TimeSpan? TimeLimit { get; init; }
}

/// <summary>The subject of a request.</summary>
internal enum ApiSubject
{
    Business,
    Cigar,

    /// <summary>A picture, at a host that need not be that of the API.</summary>
    Picture,
}
