using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace SessionsWidgets.Sandbox;

/// <summary>Lets the sandbox stand in for the APIs of a site.</summary>
public static class SandboxBuilderExtensions
{
    /// <summary>Starts the sandbox with the host, on a free port of the loopback address, if no <c>ApiBaseUrl</c> is configured: the
    /// widgets then show people and cigars that do not exist, and the log says so once, as a warning. With an <c>ApiBaseUrl</c>, of the
    /// section or of one of its businesses, it does nothing.</summary>
    /// <param name="builder">What <c>AddSessionsWidgets</c> or <c>AddSessionsWidgetsCore</c> returns.</param>
    /// <param name="allowInProduction">Whether it may start in Production. Default: no; the host stops at startup with an
    /// <see cref="OptionsValidationException"/>.</param>
    /// <remarks>Settings that are not configured get those of the example: the business <c>stogies-chapin</c>, and the guest Wi-Fi API with
    /// the networks of this machine. Other ids show the data of the example, too. It runs in a host only, which starts and stops it:
    /// elsewhere, call <see cref="SandboxApi.StartAsync"/>.</remarks>
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
