using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace SessionsWidgets.AspNetCore;

/// <summary>Maps widgets to endpoints.</summary>
public static class SessionsWidgetsEndpointExtensions
{
    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>Maps <c>GET {prefix}/{widget}?limit=6</c>, which responds with the fragment that the tag renders, with ETag and
    /// Cache-Control.</summary>
    /// <param name="endpoints">The endpoint route builder.</param>
    /// <param name="prefix">The prefix of the routes, such as <c>/widgets</c>.</param>
    /// <param name="configure">Configures the audience and the limits of queries. Default: widgets for everyone.</param>
    /// <returns>A builder for conventions such as <c>RequireAuthorization</c>, <c>RequireRateLimiting</c> or <c>CacheOutput</c>.</returns>
    /// <exception cref="ParameterException">An option is not allowed.</exception>
    /// <exception cref="InvalidOperationException">SessionsWidgets is not registered. At startup: staff widgets are mapped without
    /// <c>RequireAuthorization</c> or <c>AllowAnonymous</c>.</exception>
    /// <remarks>The status is 404 for an unknown widget or business, and 400 with a message for a parameter that is not allowed. CORS is
    /// off unless you add <c>RequireCors</c>. Endpoints for everyone also serve calendars, see
    /// <see cref="WidgetEndpointOptions.MapCalendars"/>, and pictures, see <see cref="PictureOptions.Mode"/>.</remarks>
    /// <example>
    /// <code>
    /// app.MapSessionsWidgets("/widgets");
    /// app.MapSessionsWidgets("/staff", options => options.Audience = WidgetAudience.Staff).RequireAuthorization();
    /// </code>
    /// </example>
    public static IEndpointConventionBuilder MapSessionsWidgets(
        this IEndpointRouteBuilder endpoints, string prefix, Action<WidgetEndpointOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(prefix);
        var endpoint = endpoints.ServiceProvider.GetService<WidgetEndpoint>() ?? throw SessionsWidgetsBuilderExtensions.NotRegistered();
        var options = new WidgetEndpointOptions();
        configure?.Invoke(options);
        options.Validate(endpoint.Catalog);
        var group = endpoints.MapGroup(prefix);
        group.MapMethods($"/{{{WidgetEndpoint.RouteValue}}}", Methods, http => endpoint.HandleAsync(http, options))
            .WithDisplayName($"Session widgets for {options.Audience}");
        if (options.Audience == WidgetAudience.Staff)
        {
            ((IEndpointConventionBuilder)group).Finally(RequireDecision);
            return group;
        }

        endpoints.ServiceProvider.GetRequiredService<PictureEndpoint>().Map(group, Methods);
        if (options.MapCalendars) endpoints.ServiceProvider.GetRequiredService<CalendarEndpoint>().Map(group, Methods, options);
        return group;
    }

    /// <summary>Staff widgets must not be public because of a forgotten line.</summary>
    private static void RequireDecision(EndpointBuilder endpoint)
    {
        if (!endpoint.Metadata.Any(m => m is IAuthorizeData or IAllowAnonymous))
            throw new InvalidOperationException(
                $"{endpoint.DisplayName} are mapped without authorization: add .RequireAuthorization(), or .AllowAnonymous() if access is "
                + "restricted elsewhere.");
    }
}
