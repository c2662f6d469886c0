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
    /// <summary>
    /// Registers the library, its tag helpers and components, and the services of <c>MapSessionsWidgets</c>, once: later calls with the
    /// same section change nothing.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="section">The section <see cref="SessionsWidgetsOptions"/>. An invalid setting stops the host at startup.</param>
    /// <exception cref="InvalidOperationException">It is registered with another section.</exception>
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

    /// <summary>Resolves the business of requests by name where a tag does not set one; null for the default one. Of several calls
    /// the last one counts.</summary>
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
