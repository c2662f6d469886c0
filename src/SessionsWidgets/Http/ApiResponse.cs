namespace SessionsWidgets;

/// <summary>What tells whether an answer has changed: ETag and Last-Modified, as upstream wrote them.</summary>
internal sealed record Validators(string? ETag, string? LastModified);

/// <summary>What is asked of upstream. Immutable.</summary>
internal sealed record ApiRequest(Uri Uri, ApiKeyHeader? Credential)
{
    /// <summary>What stands for the address wherever it can be seen: in errors, logs and traces. Default: the address itself, which is
    /// shown without its query.</summary>
    public Uri Shown { get; init; } = Uri;

    /// <summary>The validators of the answer that is there already; null for none.</summary>
    public Validators? Validators { get; init; }

    /// <summary>How long the exchange may take; null for the client's own deadline.</summary>
    public TimeSpan? TimeLimit { get; init; }
}

/// <summary>A good answer: its bytes, or that they have not changed.</summary>
internal sealed record ApiResponse(byte[] Bytes, Validators? Validators, string? ContentType, bool IsNotModified = false);
