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

    /// <summary>Maps a gallery of all widgets in Development: built-in ones and those of the host, with the host's templates and texts, in
    /// every state and language, with example data. In other environments, maps nothing.</summary>
    /// <param name="endpoints">The endpoint route builder.</param>
    /// <param name="prefix">The prefix of the routes. Default: <c>/gallery</c>.</param>
    /// <param name="stylesheets">The stylesheets of the host, which follow that of the widgets: a path such as <c>~/site.css</c>, in which
    /// <c>~</c> is the path base, or an http(s) URL.</param>
    /// <returns>A builder for conventions such as <c>RequireAuthorization</c>.</returns>
    /// <exception cref="ParameterException">The URL of a stylesheet is not allowed.</exception>
    /// <exception cref="InvalidOperationException">SessionsWidgets is not registered.</exception>
    /// <remarks>Open pages reload when templates, texts or stylesheets change.</remarks>
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
