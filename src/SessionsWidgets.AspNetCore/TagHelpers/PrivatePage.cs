using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OutputCaching;

namespace SessionsWidgets.AspNetCore;

/// <summary>Keeps a page that is for one visitor, or for staff, out of every cache.</summary>
internal static class PrivatePage
{
    public static void Mark(HttpContext http)
    {
        if (!http.Response.HasStarted) http.Response.Headers.CacheControl = "private, no-store";
        // The host's output cache does not look at the header.
        if (http.Features.Get<IOutputCacheFeature>() is { } output) output.Context.AllowCacheStorage = false;
    }
}
