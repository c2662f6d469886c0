using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace SessionsWidgets.Sandbox;

/// <summary>Registers the sandbox in place of the APIs of a site.</summary>
public static class SandboxBuilderExtensions
{
    /// <summary>Starts the sandbox with the host, on a free port of the loopback address, if no <c>ApiBaseUrl</c> is configured. Widgets
    /// then show people and cigars that do not exist, and the log has one warning about it.</summary>
    /// <param name="builder">The builder of <c>AddSessionsWidgets</c> or <c>AddSessionsWidgetsCore</c>.</param>
    /// <param name="allowInProduction">Whether the sandbox may start in Production. Default: false; then the host stops at startup with an
    /// <see cref="OptionsValidationException"/>.</param>
    /// <returns>The builder, for chaining.</returns>
    /// <remarks>Has no effect if the section or one of its businesses has an <c>ApiBaseUrl</c>. Settings that are not configured get the
    /// values of the example: the business <c>stogies-chapin</c>, and the guest Wi-Fi API with the networks of this machine. Other ids show
    /// the data of the example, too. A host starts and stops the sandbox; without a host, call
    /// <see cref="SandboxApi.StartAsync"/>.</remarks>
    public static SessionsWidgetsBuilder UseSandbox(this SessionsWidgetsBuilder builder, bool allowInProduction = false)
    {
        ArgumentNullException.ThrowIfNull(builder);
        IServiceCollection services = builder.Services;
        if (services.Any(service => service.ServiceType == typeof(SandboxSettings)))
            return builder;
        services.AddSingleton(s => new SandboxSettings(s.GetService<IHostEnvironment>(), allowInProduction));
        services.AddSingleton<IPostConfigureOptions<SessionsWidgetsOptions>>(s => s.GetRequiredService<SandboxSettings>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, SandboxService>());
        return builder;
    }
}
