using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace SessionsWidgets.AspNetCore;

/// <summary>Handles requests for a fragment. Thread-safe.</summary>
internal sealed class WidgetEndpoint(
    WidgetRenderer renderer,
    EndpointBusiness businesses,
    CalendarRoutes calendars,
    IOptions<SessionsWidgetsOptions> settings,
    TimeProvider clock)
{
    public const string RouteValue = "widget";

    public WidgetCatalog Catalog => renderer.Catalog;

    public async Task HandleAsync(HttpContext http, WidgetEndpointOptions options)
    {
        FragmentHeaders.Set(http.Response.Headers);
        var result = await CreateResultAsync(http, options);
        await result.ExecuteAsync(http);
    }

    private async Task<IResult> CreateResultAsync(HttpContext http, WidgetEndpointOptions options)
    {
        var name = (string?)http.GetRouteValue(RouteValue);
        var types = Catalog.Definitions.Where(t => t.Audience == options.Audience).ToList();
        if (types.Find(t => t.Name == name) is not { } type || !IsSpelled(http))
            return EndpointBusiness.Refuse(
                http,
                StatusCodes.Status404NotFound,
                NoSuchWidget(name, types.ConvertAll(static t => t.Name)));

        FragmentQuery query;
        try
        {
            query = FragmentQuery.Read(type, http.Request, options);
            CheckLanguage(query.Widget.Language);
        }
        catch (ParameterException e)
        {
            return EndpointBusiness.Refuse(http, StatusCodes.Status400BadRequest, e.Message);
        }

        return await businesses.AnswerAsync(http, type.Name, query.Business, async business =>
        {
            var page = new RenderRequest
            {
                Language = RequestLanguage.Of(http), PathBase = http.Request.PathBase.ToUriComponent(), CalendarUrl = calendars.Url,
            };
            var request = calendars.Complete(page, type, query.Business);
            try
            {
                return CreateResult(http, type, query, await renderer.RenderAsync(business, query.Widget, request, http.RequestAborted));
            }
            catch (ParameterException e) when (type.Parameters.Any(p => p.Name == e.ParameterName))
            {
                return EndpointBusiness.Refuse(http, StatusCodes.Status400BadRequest, e.Message);
            }
        });
    }

    /// <summary>Whether the path ends in the name as it is, neither percent-encoded nor with a slash after it.</summary>
    private static bool IsSpelled(HttpContext http)
    {
        if (http.Request.Path.Value!.EndsWith('/')) return false;
        var path = http.Features.Get<IHttpRequestFeature>()?.RawTarget.Split('?')[0] ?? "";
        return !path[(path.LastIndexOf('/') + 1)..].Contains('%', StringComparison.Ordinal);
    }

    private IResult CreateResult(HttpContext http, WidgetDefinition type, FragmentQuery query, HtmlFragment fragment)
    {
        if (fragment.Origin == FragmentOrigin.Fallback
            && fragment.Error is ApiException { Failure: ApiFailure.NotFound or ApiFailure.Unauthorized } error)
            return businesses.Refuse(
                http, fragment.Diagnosis ?? error.Message, query.Widget is SmokesWidget { CigarId: not null } ? "cigar" : "business");
        const string ContentType = "text/html; charset=utf-8";
        if (type.Audience != WidgetAudience.Everyone || fragment.Origin == FragmentOrigin.Fallback)
        {
            CacheHeaders.Forbid(http, isPrivate: type.Audience != WidgetAudience.Everyone);
            return TypedResults.Bytes(fragment.Utf8, ContentType);
        }

        var cache = settings.Value.Cache;
        var freshFor = fragment.Origin == FragmentOrigin.Stale ? TimeSpan.Zero : fragment.FreshUntil - clock.GetUtcNow();
        CacheHeaders.Allow(
            http,
            // A widget without queries never expires, but its template may change.
            freshFor < cache.FreshFor ? freshFor : cache.FreshFor,
            cache.StaleWhileRevalidate,
            isPrivate: businesses.IsPrivate(http, query.Business),
            variesByLanguage: query.Widget.Language is null && RequestLanguage.Of(http) is not null);
        return TypedResults.Bytes(fragment.Utf8, ContentType, entityTag: EntityTagHeaderValue.Parse(fragment.ETag));
    }

    /// <summary>Takes the languages that there are texts in, and their regions, but not any made-up subtag.</summary>
    /// <exception cref="ParameterException">The language is another one, or spelled differently.</exception>
    private void CheckLanguage(string? language)
    {
        if (language is null || renderer.Languages.Contains(language, StringComparer.Ordinal)) return;
        if (renderer.Languages.FirstOrDefault(l => l.Equals(language, StringComparison.OrdinalIgnoreCase)) is { } known)
            throw new ParameterException("lang", language, $"write it as '{known}'.");
        var parts = language.Split('-');
        if (parts is not [var parent, { Length: 2 or 3 } region] || !renderer.Languages.Contains(parent, StringComparer.Ordinal)
            || !region.All(region.Length == 2 ? char.IsAsciiLetterUpper : char.IsAsciiDigit))
            throw new ParameterException(
                "lang",
                language,
                $"there are texts in: {string.Join(", ", renderer.Languages)}; a region is written as in 'pt-BR'."
                + DidYouMean.Sentence(language, renderer.Languages));
    }

    private static string NoSuchWidget(string? name, List<string> known) =>
        $"There is no such widget here.{DidYouMean.Sentence(name, known)} There are: {string.Join(", ", known)}.";
}
