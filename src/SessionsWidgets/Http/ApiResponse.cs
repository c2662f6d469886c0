namespace SessionsWidgets;

/// <summary>The validators of a response, as upstream sent them.</summary>
internal sealed record CacheValidators(string? ETag, string? LastModified);

/// <summary>A usable response: its body, or that it is not modified.</summary>
internal sealed record ApiResponse(byte[] Bytes, CacheValidators? Validators, string? ContentType, bool IsNotModified = false);
