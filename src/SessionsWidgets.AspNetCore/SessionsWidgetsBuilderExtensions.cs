using Microsoft.AspNetCore.Components.Infrastructure;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace SessionsWidgets.AspNetCore;

/// <summary>Registers what web sites need.</summary>
public static class SessionsWidgetsBuilderExtensions
{
    /// <summary>
    /// Registers the library, its tag helpers, <see cref="SessionWidget"/> and what <c>MapSessionsWidgets</c> needs. Razor pages take the
    /// tags in with <c>@addTagHelper *, SessionsWidgets.AspNetCore</c>, Blazor pages the component with <c>@using
    /// SessionsWidgets.AspNetCore</c>.
    /// </summary>
    /// <param name="services">The services of the host.</param>
    /// <param name="section">The section, by custom <c>SessionsWidgets</c>.</param>
    public static SessionsWidgetsBuilder AddSessionsWidgets(this IServiceCollection services, IConfiguration section)
    {
        var builder = services.AddSessionsWidgetsCore(section);
        services.AddSingleton(new RequestBusiness(null));
        services.AddSingleton<RefusalLog>();
        services.AddSingleton<WidgetTagRenderer>();
        services.AddSingleton<WidgetEndpoint>();
        services.AddScoped<OpeningRequest>();
        RegisterPersistentComponentStateServiceCollectionExtensions.AddPersistentServiceRegistration<OpeningRequest>(
            services, RenderMode.InteractiveServer);
        return builder;
    }

    /// <summary>Says which business a web request means where its tags do not: a name of the configuration or of the host's source; null
    /// for the default one.</summary>
    public static SessionsWidgetsBuilder UseBusinessResolver(this SessionsWidgetsBuilder builder, Func<HttpContext, string?> nameFor)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(nameFor);
        builder.Services.AddSingleton(new RequestBusiness(nameFor));
        return builder;
    }

    internal static InvalidOperationException NotRegistered() =>
        new(
            "SessionsWidgets is not registered: call "
            + "builder.Services.AddSessionsWidgets(builder.Configuration.GetSection(\"SessionsWidgets\")).");
}
