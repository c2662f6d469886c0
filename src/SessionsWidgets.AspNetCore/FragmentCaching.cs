using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Net.Http.Headers;

namespace SessionsWidgets.AspNetCore;

/// <summary>Who may keep a fragment, or a page with one, for how long: said to browsers and proxies in headers, and to the host's own
/// output cache, which does not look at those.</summary>
internal static class FragmentCaching
{
    /// <summary>Says that nobody may keep the answer.</summary>
    public static void Forbid(HttpContext http, bool isPrivate)
    {
        http.Response.Headers.CacheControl = isPrivate ? "private, no-store" : "no-store";
        LimitOutputCache(http, TimeSpan.Zero);
    }

    /// <summary>Says that a good answer may be kept while it is true as it stands.</summary>
    /// <param name="http">The request and its answer.</param>
    /// <param name="freshFor">How long it is; nothing where it is past that already. Then it may be kept, but has to be asked for.</param>
    /// <param name="staleFor">How long after that it may still be shown while a new one is fetched.</param>
    /// <param name="isPrivate">Whether the address alone does not tell who may see it.</param>
    /// <param name="variesByLanguage">Whether its language depends on the visitor's.</param>
    public static void Allow(HttpContext http, TimeSpan freshFor, TimeSpan staleFor, bool isPrivate, bool variesByLanguage)
    {
        var headers = http.Response.Headers;
        var seconds = (long)freshFor.TotalSeconds;
        var lifetime = seconds > 0 ? $"max-age={seconds}, stale-while-revalidate={(long)staleFor.TotalSeconds}" : "no-cache";
        headers.CacheControl = isPrivate ? $"private, {lifetime}" : lifetime;
        // What a host's own providers look at cannot be known; these are ASP.NET Core's.
        if (variesByLanguage) headers.AppendCommaSeparatedValues(HeaderNames.Vary, HeaderNames.AcceptLanguage, HeaderNames.Cookie);
        LimitOutputCache(http, isPrivate || variesByLanguage ? TimeSpan.Zero : TimeSpan.FromSeconds(seconds));
    }

    /// <summary>Tells the host's output cache, where there is one, the longest that it may keep the answer: no time for not at
    /// all.</summary>
    public static void LimitOutputCache(HttpContext http, TimeSpan longest)
    {
        if (http.Features.Get<IOutputCacheFeature>()?.Context is not { } output) return;
        if (longest <= TimeSpan.Zero) output.AllowCacheStorage = false;
        else if (output.ResponseExpirationTimeSpan is not { } wanted || wanted > longest) output.ResponseExpirationTimeSpan = longest;
    }
}
