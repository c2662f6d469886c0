using System.Net.Http.Headers;

namespace SessionsWidgets;

/// <summary>The validators of a response that a request can carry. Immutable.</summary>
internal sealed record CacheValidators
{
    private const int MaxLength = 200;

    private CacheValidators(string? tag, string? date) => (ETag, LastModified) = (tag, date);

    public string? ETag { get; }

    public string? LastModified { get; }

    /// <summary>The validators as upstream sent them or as they were stored, without those that cannot be sent; null for none.</summary>
    public static CacheValidators? Of(string? tag, string? date)
    {
        var isTag = tag is { Length: <= MaxLength } && tag.EndsWith('"') && !tag.AsSpan().ContainsAnyExceptInRange(' ', '~')
            && EntityTagHeaderValue.TryParse(tag, out _);
        var isDate = DateTimeOffset.TryParseExact(date, "R", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
        return isTag || isDate ? new CacheValidators(isTag ? tag : null, isDate ? date : null) : null;
    }
}

/// <summary>A usable response: its body, or that it is not modified.</summary>
internal sealed record ApiResponse(byte[] Bytes, CacheValidators? Validators, string? ContentType, bool IsNotModified = false)
{
    /// <summary>Whether it came from this machine, such as from a service that service discovery has found there.</summary>
    public bool IsFromLoopback { get; init; }
}
