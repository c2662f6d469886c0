using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace SessionsWidgets.AspNetCore;

/// <summary>The headers of every answer of the endpoint, whatever its status.</summary>
internal static class FragmentHeaders
{
    /// <summary>For a fragment that somebody opens by itself: it shows pictures, and nothing in it runs or loads anything else.</summary>
    private const string ContentSecurityPolicy = "default-src 'none'; img-src *; frame-ancestors 'self'";

    public static void Set(IHeaderDictionary headers)
    {
        headers.XContentTypeOptions = "nosniff";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        // A policy of the host's own is there before; it stands for the whole site.
        headers.TryAdd(HeaderNames.ContentSecurityPolicy, ContentSecurityPolicy);
    }
}
