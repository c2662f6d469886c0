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

/// <summary>Handles requests for the pictures of widgets. Thread-safe.</summary>
internal sealed class PictureEndpoint(
    SessionsClient client, PictureRoutes routes, IOptions<SessionsWidgetsOptions> settings, IHostEnvironment environment)
{
    private const string Folder = "pictures";
    private const string RouteValue = "pictureName";

    /// <summary>A picture may change under its address: then a browser asks again, and mostly hears that it has not.</summary>
    private static readonly TimeSpan FreshFor = TimeSpan.FromHours(1);

    private const string Lifetime = "max-age=3600";

    /// <summary>How long clients wait if the host of the picture does not say.</summary>
    private static readonly TimeSpan RetryAfter = TimeSpan.FromMinutes(1);

    /// <summary>For one that is opened by itself. It comes beside the host's own policy, so that none of both is weakened.</summary>
    private const string ContentSecurityPolicy = "sandbox; default-src 'none'; style-src 'unsafe-inline'";

    /// <summary>Maps the pictures into a group, if the site is to serve them.</summary>
    public void Map(IEndpointRouteBuilder group, IEnumerable<string> methods)
    {
        if (settings.Value.Pictures.Mode != PictureMode.Proxy) return;
        var route = group.MapMethods($"/{Folder}/{{{RouteValue}}}", methods, HandleAsync);
        route.WithDisplayName("Pictures of session widgets");
        routes.Add(route);
    }

    private async Task HandleAsync(HttpContext http)
    {
        var result = await CreateResultAsync(http);
        await result.ExecuteAsync(http);
    }

    private async Task<IResult> CreateResultAsync(HttpContext http)
    {
        var name = (string)http.GetRouteValue(RouteValue)!;
        try
        {
            var picture = IsSpelled(http, name) ? await client.GetPictureAsync(name, http.RequestAborted) : null;
            return picture is null
                ? EndpointBusiness.Refuse(http, StatusCodes.Status404NotFound, "There is no such picture here.")
                : CreateResult(http, picture);
        }
        catch (ApiException e)
        {
            var wait = e.RetryAfter is { } asked && asked > TimeSpan.Zero ? asked : RetryAfter;
            http.Response.Headers.RetryAfter = ((long)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
            return EndpointBusiness.Refuse(
                http,
                StatusCodes.Status503ServiceUnavailable,
                environment.IsDevelopment() ? e.Message : "The picture cannot be loaded now.");
        }
    }

    private static FileContentHttpResult CreateResult(HttpContext http, WidgetPicture picture)
    {
        var headers = http.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers.ContentDisposition = "inline";
        headers.Append(HeaderNames.ContentSecurityPolicy, ContentSecurityPolicy);
        headers.TryAdd("Cross-Origin-Resource-Policy", "same-origin");
        var isPrivate = http.User.Identity?.IsAuthenticated == true;
        headers.CacheControl = isPrivate ? $"private, {Lifetime}" : Lifetime;
        CacheHeaders.LimitOutputCache(http, isPrivate ? TimeSpan.Zero : FreshFor);
        return TypedResults.Bytes(picture.Bytes, picture.ContentType, entityTag: EntityTagHeaderValue.Parse(picture.ETag));
    }

    /// <summary>Whether the path ends in the name as it is, and nothing is behind it: each picture has one address.</summary>
    private static bool IsSpelled(HttpContext http, string name)
    {
        if (http.Request.QueryString.HasValue) return false;
        var sent = http.Features.Get<IHttpRequestFeature>()?.RawTarget;
        return (string.IsNullOrEmpty(sent) ? http.Request.Path.Value! : sent).EndsWith($"/{name}", StringComparison.Ordinal);
    }
}
