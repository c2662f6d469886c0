using Microsoft.Extensions.DependencyInjection;
using SessionsWidgets.Preview.Examples;
using SessionsWidgets.Sandbox.Data;

namespace SessionsWidgets.Cli.ExampleData;

/// <summary>The settings of <c>--sandbox</c>.</summary>
internal static class ExampleSettings
{
    /// <summary>What is said of the output.</summary>
    public const string Note = "sessions-widgets: this is example data (--sandbox): its people and cigars do not exist.";

    /// <summary>What comes before all other settings.</summary>
    public static IReadOnlyList<KeyValuePair<string, string?>> All { get; } =
    [
        new("ApiBaseUrl", ExampleApi.BaseUrls.Sessions.AbsoluteUri),
        new("GuestWifi:ApiBaseUrl", ExampleApi.BaseUrls.GuestWifi.AbsoluteUri),
    ];

    /// <summary>What is needed where nothing is configured.</summary>
    public static IReadOnlyList<KeyValuePair<string, string?>> Defaults { get; } = [new("BusinessId", Catalogue.Venues[0].Id)];

    /// <summary>Responds to all requests of the library, those of businesses with an address of their own, too.</summary>
    public static void Respond(IServiceCollection services, TimeProvider clock)
    {
        var data = new Lazy<SandboxData>(() => new SandboxData(1, clock));
        foreach (var upstream in (string[])[SocketsHandlerFactory.Name, SocketsHandlerFactory.GuestWifiName])
            // No server stays up that a picture could come from.
            services.AddHttpClient(upstream).ConfigurePrimaryHttpMessageHandler(() => new ExampleApi(data.Value, pictures: null));
    }
}
