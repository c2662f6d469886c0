using Microsoft.AspNetCore.Http;

namespace SessionsWidgets.AspNetCore;

/// <summary>Keeps a page that is for one visitor, or for staff, out of every cache.</summary>
internal static class PrivatePage
{
    /// <exception cref="InvalidOperationException">The page has begun to be sent as one that caches may keep.</exception>
    public static void Mark(HttpContext http)
    {
        if (!http.Response.HasStarted)
        {
            FragmentCaching.Forbid(http, isPrivate: true);
            return;
        }

        FragmentCaching.LimitOutputCache(http, TimeSpan.Zero);
        if (http.Response.GetTypedHeaders().CacheControl is not { NoStore: true })
            throw new InvalidOperationException(
                "the page has begun to be sent, and browsers and proxies may keep it: flush it after this tag, or set 'Cache-Control: "
                + "private, no-store' before.");
    }
}
