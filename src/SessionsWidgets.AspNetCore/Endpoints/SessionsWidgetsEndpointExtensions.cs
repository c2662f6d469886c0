using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace SessionsWidgets.AspNetCore;

/// <summary>Maps widgets to addresses.</summary>
public static class SessionsWidgetsEndpointExtensions
{
    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>
    /// Maps the widgets to addresses under a prefix: <c>GET /widgets/recent-smokes?limit=6</c> answers with the fragment that the tag
    /// <c>&lt;recent-smokes limit="6"&gt;</c> puts into a page, with ETag and Cache-Control. A widget that there is not gets 404, a wrong
    /// parameter 400 with what is allowed, in plain text. Other sites cannot read the answers unless the host adds <c>RequireCors</c>.
    /// </summary>
    /// <param name="endpoints">The routes of the host.</param>
    /// <param name="prefix">The prefix, such as <c>/widgets</c>.</param>
    /// <param name="configure">Sets who the addresses are for and what a query may ask for. Default: the widgets for everyone, with tight
    /// bounds.</param>
    /// <returns>What conventions are added to: <c>RequireAuthorization</c>, <c>RequireRateLimiting</c>, <c>CacheOutput</c>.</returns>
    /// <exception cref="ParameterException">An option is not allowed.</exception>
    /// <exception cref="InvalidOperationException">SessionsWidgets is not registered; or, when the host builds its routes, widgets for
    /// staff are mapped without <c>RequireAuthorization</c>.</exception>
    public static IEndpointConventionBuilder MapSessionsWidgets(
        this IEndpointRouteBuilder endpoints, string prefix, Action<WidgetEndpointOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(prefix);
        var endpoint = endpoints.ServiceProvider.GetService<WidgetEndpoint>() ?? throw SessionsWidgetsBuilderExtensions.NotRegistered();
        var options = new WidgetEndpointOptions();
        configure?.Invoke(options);
        options.Validate(endpoint.Catalog);
        var route = endpoints.MapGroup(prefix)
            .MapMethods($"/{{{WidgetEndpoint.RouteValue}}}", Methods, http => endpoint.AnswerAsync(http, options));
        route.WithDisplayName($"Session widgets for {options.Audience}");
        if (options.Audience == WidgetAudience.Staff) route.Finally(RequireDecision);
        return route;
    }

    /// <summary>A staff's address that anybody can open must not come about by forgetting a line.</summary>
    private static void RequireDecision(EndpointBuilder endpoint)
    {
        if (!endpoint.Metadata.Any(m => m is IAuthorizeData or IAllowAnonymous))
            throw new InvalidOperationException(
                $"{endpoint.DisplayName} are mapped without a sign-in: add .RequireAuthorization(), or .AllowAnonymous() where something "
                + $"else keeps everybody else out.");
    }
}
