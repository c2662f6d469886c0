using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Net.Http.Headers;

namespace SessionsWidgets.AspNetCore;

/// <summary>Sets the caching of a response: Cache-Control for browsers and proxies, and the limits of output caching.</summary>
internal static class CacheHeaders
{
    /// <summary>Forbids caching.</summary>
    public static void Forbid(HttpContext http, bool isPrivate)
    {
        http.Response.Headers.CacheControl = isPrivate ? "private, no-store" : "no-store";
        LimitOutputCache(http, TimeSpan.Zero);
    }

    /// <summary>Allows caching while the fragment is fresh.</summary>
    /// <param name="http">The HTTP context.</param>
    /// <param name="freshFor">How long the fragment is fresh; not positive: it must be revalidated.</param>
    /// <param name="staleFor">How long it may be served stale while it is revalidated.</param>
    /// <param name="isPrivate">Whether the response depends on more than the URL.</param>
    /// <param name="variesByLanguage">Whether the language depends on the visitor.</param>
    public static void Allow(HttpContext http, TimeSpan freshFor, TimeSpan staleFor, bool isPrivate, bool variesByLanguage)
    {
        var headers = http.Response.Headers;
        var seconds = (long)freshFor.TotalSeconds;
        var lifetime = seconds > 0 ? $"max-age={seconds}, stale-while-revalidate={(long)staleFor.TotalSeconds}" : "no-cache";
        headers.CacheControl = isPrivate ? $"private, {lifetime}" : lifetime;
        // The headers that ASP.NET Core's own culture providers read.
        if (variesByLanguage) headers.AppendCommaSeparatedValues(HeaderNames.Vary, HeaderNames.AcceptLanguage, HeaderNames.Cookie);
        LimitOutputCache(http, isPrivate || variesByLanguage ? TimeSpan.Zero : TimeSpan.FromSeconds(seconds));
    }

    /// <summary>Limits how long output caching stores the response; zero for not at all.</summary>
    public static void LimitOutputCache(HttpContext http, TimeSpan max)
    {
        if (http.Features.Get<IOutputCacheFeature>()?.Context is not { } output) return;
        if (max <= TimeSpan.Zero) output.AllowCacheStorage = false;
        else if (output.ResponseExpirationTimeSpan is not { } wanted || wanted > max) output.ResponseExpirationTimeSpan = max;
    }
}
