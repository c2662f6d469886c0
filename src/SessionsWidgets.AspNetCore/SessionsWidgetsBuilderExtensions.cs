using Microsoft.AspNetCore.Components.Infrastructure;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace SessionsWidgets.AspNetCore;

/// <summary>Registers SessionsWidgets in web sites.</summary>
public static class SessionsWidgetsBuilderExtensions
{
    /// <summary>Registers the library, its tag helpers and components, and the services of <c>MapSessionsWidgets</c>.</summary>
    /// <param name="services">The services.</param>
    /// <param name="section">The section <see cref="SessionsWidgetsOptions"/>. An invalid setting stops the host at startup.</param>
    public static SessionsWidgetsBuilder AddSessionsWidgets(this IServiceCollection services, IConfiguration section)
    {
        var builder = services.AddSessionsWidgetsCore(section);
        services.AddSingleton(new RequestBusiness(null));
        services.AddSingleton<RefusalLog>();
        services.AddSingleton<WidgetTagRenderer>();
        services.AddSingleton<WidgetEndpoint>();
        services.AddScoped<PrerenderState>();
        RegisterPersistentComponentStateServiceCollectionExtensions.AddPersistentServiceRegistration<PrerenderState>(
            services, RenderMode.InteractiveServer);
        return builder;
    }

    /// <summary>Resolves the business of requests by name where a tag does not set one; null for the default one.</summary>
    public static SessionsWidgetsBuilder UseBusinessResolver(this SessionsWidgetsBuilder builder, Func<HttpContext, string?> nameFor)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(nameFor);
        builder.Services.AddSingleton(new RequestBusiness(nameFor));
        return builder;
    }

    internal static InvalidOperationException NotRegistered() =>
        new("SessionsWidgets is not registered: "
            + "call builder.Services.AddSessionsWidgets(builder.Configuration.GetSection(\"SessionsWidgets\")).");
}
