using System.Net;

namespace SessionsWidgets.Cli.Check;

/// <summary>The responses of a guest Wi-Fi API, with example data.</summary>
internal static class ExampleGuestWifi
{
    public const string Host = "wifi.example.com";

    /// <summary>The address of a guest in <see cref="Options"/>.</summary>
    public static IPAddress Guest { get; } = IPAddress.Parse("192.0.2.5");

    /// <summary>Options that reveal everything.</summary>
    public static GuestWifiOptions Options { get; } = new()
    {
        ApiBaseUrl = new Uri($"https://{Host}"),
        ClientNetworks = ["192.0.2.0/24"],
        RevealToStaff = GuestFields.Guest | GuestFields.Mac | GuestFields.Ip | GuestFields.AccessCode,
    };

    public static string Respond(Uri uri, bool hasData)
    {
        if (uri.AbsolutePath == "/sessions/count") return hasData ? """{"count":1204}""" : """{"count":0}""";
        if (uri.AbsolutePath != "/sessions") return hasData ? """{"ip_address":"192.0.2.5","duration":5042}""" : "[]";
        return hasData
            ? """
              {"data":[
                {"id":"g1","location_name":"The \"Lounge\"","guest_device_description":"iPhone",
                 "guest_device_mac":"02:00:00:00:00:01","guest_device_ip":"192.0.2.5","access_code":"EXAMPLE",
                 "total_duration":"31:12:05","downloaded_data":"3.34 MB","uploaded_data":"900.58 kB","connection_status_value":1,
                 "start_time":"2026-07-17T16:00:00+00:00","end_time":null,"guest_id":"guest1"},
                {"start_time":"2026-07-18T20:00:00+00:00","end_time":"2026-07-18T21:00:00+00:00"}],
               "links":{"next":null}}
              """
            : """{"data":[],"links":{"next":null}}""";
    }
}
