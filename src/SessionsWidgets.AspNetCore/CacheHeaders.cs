using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace SessionsWidgets.AspNetCore;

/// <summary>Sets the caching of a response: Cache-Control for browsers and proxies, and the limits of output caching.</summary>
internal static class CacheHeaders
{
    /// <summary>Cache-Control, and the one for content delivery networks alone (RFC 9213).</summary>
    private static readonly string[] Controls = [HeaderNames.CacheControl, "CDN-Cache-Control"];

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
        LimitOutputCache(http, isPrivate || variesByLanguage ? TimeSpan.Zero : freshFor);
    }

    /// <summary>Limits how long output caching stores the response, in whole seconds; less than one: not at all.</summary>
    public static void LimitOutputCache(HttpContext http, TimeSpan max)
    {
        if (http.Features.Get<IOutputCacheFeature>()?.Context is not { } output) return;
        max = WholeSeconds(max);
        if (max == TimeSpan.Zero)
        {
            output.AllowCacheStorage = false;
            return;
        }

        var wanted = output.ResponseExpirationTimeSpan
            ?? http.RequestServices.GetRequiredService<IOptions<OutputCacheOptions>>().Value.DefaultExpirationTimeSpan;
        if (wanted <= max) return;
        // Output caching reads the time when the response starts.
        if (http.Response.HasStarted) output.AllowCacheStorage = false;
        else output.ResponseExpirationTimeSpan = max;
    }

    /// <summary>Lowers the lifetime in the caching headers that are set, to whole seconds; less than one: <c>no-store</c>.</summary>
    /// <returns>Whether a header was changed.</returns>
    public static bool Lower(IHeaderDictionary headers, DateTimeOffset until, DateTimeOffset now)
    {
        var max = WholeSeconds(until - now);
        var isChanged = false;
        foreach (var name in Controls)
        {
            var text = headers[name];
            if (StringValues.IsNullOrEmpty(text) || Lower(text, max) is not { } lowered) continue;
            headers[name] = lowered;
            isChanged = true;
        }

        var end = now + max;
        if (headers.Expires.Count == 0 || !HeaderUtilities.TryParseDate(headers.Expires.ToString(), out var expires) || expires <= end)
            return isChanged;
        headers.Expires = HeaderUtilities.FormatDate(end);
        return true;
    }

    /// <summary>Lowers the lifetime of a Cache-Control; null if it is low enough.</summary>
    private static string? Lower(StringValues text, TimeSpan max)
    {
        var control = Read(text);
        // With field names, no-cache is about those alone.
        if (control.NoStore || (control.NoCache && control.NoCacheHeaders.Count == 0)) return null;
        if (max == TimeSpan.Zero) return control.Private ? "private, no-store" : "no-store";
        if (!(control.MaxAge > max) && !(control.SharedMaxAge > max)) return null;
        if (control.MaxAge > max) control.MaxAge = max;
        if (control.SharedMaxAge > max) control.SharedMaxAge = max;
        return control.ToString();
    }

    /// <summary>Reads a Cache-Control; one that is invalid is taken for one without an end, as caches may take it.</summary>
    private static CacheControlHeaderValue Read(StringValues text)
    {
        if (CacheControlHeaderValue.TryParse(text.ToString(), out var control)) return control;
        return new CacheControlHeaderValue
        {
            Public = Has(CacheControlHeaderValue.PublicString),
            Private = Has(CacheControlHeaderValue.PrivateString),
            NoCache = Has(CacheControlHeaderValue.NoCacheString),
            NoStore = Has(CacheControlHeaderValue.NoStoreString),
            MaxAge = TimeSpan.MaxValue,
        };

        bool Has(string directive) => HeaderUtilities.ContainsCacheDirective(text, directive);
    }

    private static TimeSpan WholeSeconds(TimeSpan time) =>
        time < TimeSpan.FromSeconds(1) ? TimeSpan.Zero : new TimeSpan(time.Ticks - (time.Ticks % TimeSpan.TicksPerSecond));
}
