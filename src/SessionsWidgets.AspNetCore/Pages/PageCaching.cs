using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.AspNetCore.ResponseCaching;
using Microsoft.Extensions.DependencyInjection;

namespace SessionsWidgets.AspNetCore;

/// <summary>Keeps caches from storing a page longer than its widgets are true. One for a request. Thread-safe.</summary>
internal sealed class PageCaching
{
    private readonly HttpContext _http;
    private readonly TimeProvider _clock;
    private readonly bool _hasOutputCache;
    private readonly Lock _lock = new();
    private DateTimeOffset _until = DateTimeOffset.MaxValue;
    private DateTimeOffset _lowered;
    private bool _isPersonal;

    private PageCaching(HttpContext http, TimeProvider clock)
    {
        _http = http;
        _clock = clock;
        _hasOutputCache = http.Features.Get<IOutputCacheFeature>() is not null;
    }

    /// <summary>Begins with the first widget of a page.</summary>
    public static PageCaching Start(HttpContext http)
    {
        var caching = new PageCaching(http, http.RequestServices.GetRequiredService<TimeProvider>());
        // The page may set its headers after the widget.
        if (!http.Response.HasStarted)
        {
            http.Response.OnStarting(
                static state =>
                {
                    ((PageCaching)state).FinishHeaders();
                    return Task.CompletedTask;
                },
                caching);
        }

        return caching;
    }

    /// <summary>Limits caching to the time until a widget expires; in the past: the page is not stored.</summary>
    public void Limit(DateTimeOffset until)
    {
        lock (_lock)
        {
            var isLower = until < _until;
            if (isLower) _until = until;
            if (_until == DateTimeOffset.MaxValue || (!isLower && !_hasOutputCache)) return;
            var hasStarted = _http.Response.HasStarted;
            if (hasStarted && !isLower) return;
            // Also when the limit stays: the time of the output cache begins when the page is complete.
            var now = _clock.GetUtcNow();
            CacheHeaders.LimitOutputCache(_http, _until - now);
            if (hasStarted || !isLower) return;
            // Now, because server-side caches read the headers before OnStarting.
            _lowered = now;
            CacheHeaders.Lower(_http.Response.Headers, _until, now);
        }
    }

    /// <summary>Keeps caches on the server from serving the page for another value of a query parameter.</summary>
    public void VaryBy(string parameter)
    {
        lock (_lock)
        {
            if (_http.Features.Get<IOutputCacheFeature>()?.Context is { } output
                && !output.CacheVaryByRules.QueryKeys.Any(k => k == "*" || string.Equals(k, parameter, StringComparison.OrdinalIgnoreCase)))
                output.AllowCacheStorage = false;
            if (_http.Features.Get<IResponseCachingFeature>() is not { } cache) return;
            if (cache.VaryByQueryKeys is not { } keys) cache.VaryByQueryKeys = [parameter];
            else if (!keys.Contains("*") && !keys.Contains(parameter, StringComparer.OrdinalIgnoreCase))
                cache.VaryByQueryKeys = [.. keys, parameter];
        }
    }

    /// <summary>Forbids caching: the page has a widget for the visitor or staff.</summary>
    /// <exception cref="InvalidOperationException">The response has started and may be cached.</exception>
    public void Forbid()
    {
        lock (_lock)
        {
            CacheHeaders.LimitOutputCache(_http, TimeSpan.Zero);
            var response = _http.Response;
            if (response.HasStarted)
            {
                if (response.GetTypedHeaders().CacheControl is { NoStore: true }) return;
                throw new InvalidOperationException(
                    "the response has started and may be cached: flush it after this tag, or set 'Cache-Control: private, no-store' "
                    + "before.");
            }

            _isPersonal = true;
            CacheHeaders.Lower(response.Headers, DateTimeOffset.MinValue, _clock.GetUtcNow());
            // Antiforgery warns if it replaces a header without no-cache.
            response.Headers.CacheControl = "private, no-cache, no-store";
        }
    }

    private void FinishHeaders()
    {
        lock (_lock)
        {
            var headers = _http.Response.Headers;
            var now = _clock.GetUtcNow();
            if (_isPersonal)
            {
                CacheHeaders.Lower(headers, DateTimeOffset.MinValue, now);
                headers.CacheControl = "private, no-store";
                return;
            }

            if (_until == DateTimeOffset.MaxValue) return;
            // The output cache has already copied headers that were set after the widgets.
            if (CacheHeaders.Lower(headers, _until, _lowered)) CacheHeaders.LimitOutputCache(_http, TimeSpan.Zero);
            CacheHeaders.Lower(headers, _until, now);
        }
    }
}
