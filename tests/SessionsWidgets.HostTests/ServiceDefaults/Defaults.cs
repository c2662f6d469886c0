using Microsoft.Extensions.DependencyInjection;

namespace SessionsWidgets.HostTests.ServiceDefaults;

/// <summary>What the service defaults of Aspire's template give to all clients.</summary>
internal static class Defaults
{
    public static void Add(IServiceCollection services)
    {
        services.AddServiceDiscovery();
        services.ConfigureHttpClientDefaults(http =>
        {
            http.AddStandardResilienceHandler();
            http.AddServiceDiscovery();
        });
    }
}
