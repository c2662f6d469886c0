using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace SessionsWidgets.AspNetCore;

/// <summary>Handles requests for calendar files. Thread-safe.</summary>
internal sealed class CalendarEndpoint(
    EndpointBusiness businesses,
    CalendarRoutes routes,
    IOptions<SessionsWidgetsOptions> settings,
    TimeProvider clock,
    IHostEnvironment environment)
{
    /// <summary>A name that no prefix of a host has.</summary>
    private const string RouteValue = "eventId";

    /// <summary>How long clients wait if upstream does not say.</summary>
    private static readonly TimeSpan RetryAfter = TimeSpan.FromMinutes(1);

    /// <summary>Maps both files into a group.</summary>
    public void Map(IEndpointRouteBuilder group, IEnumerable<string> methods, WidgetEndpointOptions options)
    {
        var all = group.MapMethods($"/{CalendarRoutes.All}", methods, http => HandleAsync(http, options, CreateAllAsync));
        all.WithDisplayName("Calendar of events");
        routes.Add(all, options);
        group.MapMethods($"/events/{{{RouteValue}}}.ics", methods, http => HandleAsync(http, options, CreateOneAsync))
            .WithDisplayName("Calendar of an event");
    }

    private static async Task HandleAsync(
        HttpContext http, WidgetEndpointOptions options, Func<HttpContext, WidgetEndpointOptions, Task<IResult>> create)
    {
        FragmentHeaders.Set(http.Response.Headers);
        var result = await create(http, options);
        await result.ExecuteAsync(http);
    }

    private Task<IResult> CreateAllAsync(HttpContext http, WidgetEndpointOptions options) => CreateAsync(
        http,
        options,
        CalendarRoutes.All,
        async business => await EventCalendar.GetAsync(business, cancellationToken: http.RequestAborted));

    private Task<IResult> CreateOneAsync(HttpContext http, WidgetEndpointOptions options)
    {
        var id = IdOf(http);
        return CreateAsync(
            http,
            options,
            $"events/{Uri.EscapeDataString(id)}.ics",
            business => EventCalendar.GetEventAsync(business, id, cancellationToken: http.RequestAborted));
    }

    private async Task<IResult> CreateAsync(
        HttpContext http, WidgetEndpointOptions options, string file, Func<BusinessContext, Task<EventCalendar?>> get)
    {
        if (!IsSpelled(http, file)) return RefuseEvent(http);
        string? name;
        try
        {
            name = FragmentQuery.ReadBusiness(http.Request, options);
        }
        catch (ParameterException e)
        {
            return EndpointBusiness.Refuse(http, StatusCodes.Status400BadRequest, e.Message);
        }

        return await businesses.AnswerAsync(http, CalendarRoutes.All, name, async business =>
        {
            try
            {
                return await get(business) is { } calendar ? CreateResult(http, name, file, calendar) : RefuseEvent(http);
            }
            catch (ApiException e)
            {
                return Refuse(http, e);
            }
        });
    }

    private FileContentHttpResult CreateResult(HttpContext http, string? name, string file, EventCalendar calendar)
    {
        var cache = settings.Value.Cache;
        var freshFor = calendar.IsStale ? TimeSpan.Zero : calendar.FreshUntil - clock.GetUtcNow();
        CacheHeaders.Allow(
            http,
            freshFor < cache.FreshFor ? freshFor : cache.FreshFor,
            cache.StaleWhileRevalidate,
            isPrivate: businesses.IsPrivate(http, name),
            variesByLanguage: false);
        var disposition = new ContentDispositionHeaderValue("inline");
        disposition.SetHttpFileName(file.Replace("events/", "", StringComparison.Ordinal));
        http.Response.Headers.ContentDisposition = disposition.ToString();
        return TypedResults.Bytes(calendar.Utf8, EventCalendar.ContentType, entityTag: EntityTagHeaderValue.Parse(calendar.ETag));
    }

    private ContentHttpResult Refuse(HttpContext http, ApiException error)
    {
        if (error.Failure is ApiFailure.NotFound or ApiFailure.Unauthorized) return businesses.Refuse(http, error);
        var wait = error.RetryAfter is { } asked && asked > TimeSpan.Zero ? asked : RetryAfter;
        http.Response.Headers.RetryAfter = ((long)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        return EndpointBusiness.Refuse(
            http,
            StatusCodes.Status503ServiceUnavailable,
            environment.IsDevelopment() ? error.Message : "The events cannot be loaded now.");
    }

    private static ContentHttpResult RefuseEvent(HttpContext http) =>
        EndpointBusiness.Refuse(http, StatusCodes.Status404NotFound, "There is no such event here.");

    /// <summary>The id as it was sent: in the decoded path, an encoded slash looks like an id with <c>%2F</c> in it.</summary>
    private static string IdOf(HttpContext http)
    {
        const string Extension = ".ics";
        var sent = LastSegment(http);
        return sent.Contains('%', StringComparison.Ordinal) && sent.EndsWith(Extension, StringComparison.Ordinal)
            ? Uri.UnescapeDataString(sent[..^Extension.Length])
            : (string)http.GetRouteValue(RouteValue)!;
    }

    private static string LastSegment(HttpContext http)
    {
        var path = http.Features.Get<IHttpRequestFeature>()?.RawTarget.Split('?')[0] ?? "";
        return path[(path.LastIndexOf('/') + 1)..];
    }

    /// <summary>Whether the path ends in the name in its one spelling.</summary>
    private static bool IsSpelled(HttpContext http, string file)
    {
        var sent = LastSegment(http);
        return !sent.Contains('%', StringComparison.Ordinal)
            ? http.Request.Path.Value!.EndsWith($"/{file}", StringComparison.Ordinal)
            : sent == file[(file.LastIndexOf('/') + 1)..];
    }
}
