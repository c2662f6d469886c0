using Microsoft.AspNetCore.Http;

namespace SessionsWidgets.AspNetCore;

/// <summary>Forbids caching of a page with a widget for the visitor or staff.</summary>
internal static class NoStoreResponse
{
    /// <exception cref="InvalidOperationException">The response has started and may be cached.</exception>
    public static void Mark(HttpContext http)
    {
        if (!http.Response.HasStarted)
        {
            CacheHeaders.Forbid(http, isPrivate: true);
            return;
        }

        CacheHeaders.LimitOutputCache(http, TimeSpan.Zero);
        if (http.Response.GetTypedHeaders().CacheControl is not { NoStore: true })
            throw new InvalidOperationException(
                "the response has started and may be cached: flush it after this tag, or set 'Cache-Control: private, no-store' before.");
    }
}
