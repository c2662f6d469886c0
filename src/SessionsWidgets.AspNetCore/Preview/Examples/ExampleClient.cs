using System.Net;

namespace SessionsWidgets.Preview.Examples;

/// <summary>Creates clients that example data answers, and nothing else.</summary>
internal static class ExampleClient
{
    /// <summary>The address of a guest who is online.</summary>
    public static IPAddress Visitor { get; } = IPAddress.Parse("10.1.1.5");

    /// <param name="api">Responds to all requests; not disposed.</param>
    public static SessionsClient Create(HttpMessageHandler api) => new(new SessionsClientOptions
    {
        ApiBaseUrl = ExampleApi.BaseUrls.Sessions,
        TimeZone = "America/New_York",
        HttpHandler = api,
        TimeProvider = ExampleClock.Instance,
        // Invented guests: everything may be seen.
        GuestWifi = new GuestWifiOptions
        {
            ApiBaseUrl = ExampleApi.BaseUrls.GuestWifi,
            ClientNetworks = ["10.1.1.0/24"],
            RevealToStaff = GuestFields.Guest | GuestFields.Mac | GuestFields.Ip | GuestFields.AccessCode,
        },
    });

    public static BusinessContext BusinessOf(SessionsClient client) => client.GetBusiness(BusinessType.Venue, "example");
}
