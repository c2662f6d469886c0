using Microsoft.AspNetCore.Components.Infrastructure;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace SessionsWidgets.AspNetCore;

/// <summary>Registers SessionsWidgets in web sites.</summary>
public static class SessionsWidgetsBuilderExtensions
{
    /// <summary>Registers the library, its tag helpers and components, and the services of <c>MapSessionsWidgets</c>.</summary>
    /// <param name="services">The services.</param>
    /// <param name="section">The configuration section of <see cref="SessionsWidgetsOptions"/>. An invalid setting stops the host at
    /// startup.</param>
    /// <returns>A builder to add widgets, businesses and extensions.</returns>
    /// <exception cref="InvalidOperationException">The library is registered with another section.</exception>
    /// <remarks>Further calls with the same section have no effect.</remarks>
    /// <example>
    /// <code>
    /// builder.Services.AddSessionsWidgets(builder.Configuration.GetSection("SessionsWidgets"));
    /// </code>
    /// </example>
    public static SessionsWidgetsBuilder AddSessionsWidgets(this IServiceCollection services, IConfiguration section)
    {
        var builder = services.AddSessionsWidgetsCore(section);
        if (services.Any(s => s.ServiceType == typeof(WidgetEndpoint))) return builder;
        // The one of UseBusinessResolver stays.
        services.TryAddSingleton(new RequestBusiness(null));
        services.AddSingleton<RefusalLog>();
        services.AddSingleton<WidgetTagRenderer>();
        services.AddSingleton<EndpointBusiness>();
        services.AddSingleton<CalendarRoutes>();
        services.AddSingleton<CalendarEndpoint>();
        services.AddSingleton<PictureRoutes>();
        services.AddSingleton<IPictureEndpoint>(s => s.GetRequiredService<PictureRoutes>());
        services.AddSingleton<PictureEndpoint>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, PictureRouteCheck>());
        services.AddSingleton<WidgetEndpoint>();
        services.AddScoped<PrerenderState>();
        RegisterPersistentComponentStateServiceCollectionExtensions.AddPersistentServiceRegistration<PrerenderState>(
            services, RenderMode.InteractiveServer);
        return builder;
    }

    /// <summary>Selects the business of a request where a tag or a query string does not set one. If it is called several times, the last
    /// call applies.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="nameFor">Gets the name of the business; null for the default one. Called by several threads at the same time.</param>
    /// <returns>The builder, for chaining.</returns>
    public static SessionsWidgetsBuilder UseBusinessResolver(this SessionsWidgetsBuilder builder, Func<HttpContext, string?> nameFor)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(nameFor);
        builder.Services.Replace(ServiceDescriptor.Singleton(new RequestBusiness(nameFor)));
        return builder;
    }

    internal static InvalidOperationException NotRegistered() =>
        new("SessionsWidgets is not registered: "
            + "call builder.Services.AddSessionsWidgets(builder.Configuration.GetSection(\"SessionsWidgets\")).");
}
