using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace SessionsWidgets.AspNetCore;

/// <summary>Maps the gallery of widgets.</summary>
public static class PreviewEndpointExtensions
{
    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>
    /// In Development, maps a gallery of the built-in widgets and the host's own, with the host's templates and texts: each in every state
    /// and language, on example data alone. Open pages follow changes of templates, texts and stylesheets. In other environments, nothing
    /// is mapped.
    /// </summary>
    /// <param name="endpoints">The endpoint route builder.</param>
    /// <param name="prefix">The prefix. Default: <c>/gallery</c>.</param>
    /// <param name="stylesheets">The host's stylesheets, after the widgets' own: a path such as <c>~/site.css</c>, in which <c>~</c> is
    /// the path base, or an http(s) URL.</param>
    /// <returns>A builder for conventions such as <c>RequireAuthorization</c>.</returns>
    /// <exception cref="ParameterException">A stylesheet's address is not allowed.</exception>
    /// <exception cref="InvalidOperationException">SessionsWidgets is not registered.</exception>
    public static IEndpointConventionBuilder MapSessionsWidgetsPreview(
        this IEndpointRouteBuilder endpoints, string prefix = "/gallery", params string[] stylesheets)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(prefix);
        ArgumentNullException.ThrowIfNull(stylesheets);
        if (endpoints.ServiceProvider.GetService<WidgetEndpoint>() is null) throw SessionsWidgetsBuilderExtensions.NotRegistered();
        foreach (var stylesheet in stylesheets) PreviewEndpoint.Validate(stylesheet);
        var group = endpoints.MapGroup(prefix);
        if (!endpoints.ServiceProvider.GetRequiredService<IHostEnvironment>().IsDevelopment()) return group;
        var endpoint = new PreviewEndpoint(endpoints.ServiceProvider, stylesheets);
        group.MapMethods("/{**path}", Methods, endpoint.HandleAsync).WithDisplayName("Gallery of session widgets");
        return group;
    }
}
