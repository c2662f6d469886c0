using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace SessionsWidgets.AspNetCore;

/// <summary>The headers of every response of the endpoint.</summary>
internal static class FragmentHeaders
{
    /// <summary>For a fragment that is opened by itself: images only.</summary>
    private const string ContentSecurityPolicy = "default-src 'none'; img-src *; frame-ancestors 'self'";
    public static void Set(IHeaderDictionary headers)
    {
        headers.XContentTypeOptions = "nosniff";
        // The host's own policies take precedence.
        headers.TryAdd("Cross-Origin-Resource-Policy", "same-origin");
        headers.TryAdd(HeaderNames.ContentSecurityPolicy, ContentSecurityPolicy);
    }
}
