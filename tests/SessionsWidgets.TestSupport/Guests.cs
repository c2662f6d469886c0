using System.Globalization;

namespace SessionsWidgets.TestSupport;

/// <summary>Makes answers of the guest Wi-Fi API for tests. Every field that identifies a guest holds a canary.</summary>
public static class Guests
{
    public const string Mac = "14:2d:27:e7:40:2b";

    public const string Ip = "172.31.98.114";

    private const string YasId = "8f627d10-1abc-44d8-b964-a7816388173a";

    /// <summary>What must be found nowhere.</summary>
    public static IReadOnlyList<string> Canaries { get; } =
    [
        Mac, Ip, "172.31.98", "27:e7:40", "CANARYCODE", "CANARYGUEST", YasId, "Canary Name", "canary@example.com", "CANARYUSER",
        "Canary Local Time",
    ];

    public static string Page(IEnumerable<string> items, string? next = null, string? more = null) => $$"""
        {"data":[{{string.Join(',', items)}}],
        "links":{"first":"[[BaseUrl]]/sessions?page=1","last":null,"prev":null,"next":{{Text(next)}}}{{Rest(more)}}}
        """;

    /// <summary>A session with all fields of the documentation; a null id is left out, as in older answers.</summary>
    public static string Item(
        string? id, string start = "2026-07-18T20:00:00+00:00", string? end = "2026-07-18T21:00:00+00:00", string duration = "01:00:00",
        string? more = null)
    {
        var newer = id is null ? "" : $"""
            "id":"{id}","yas_id":"{YasId}","service_profile_name":"60 Minute(s)",
            """;
        var (status, isOnline) = end is null ? ("Online", 1) : ("Offline", 0);
        return $$"""
            {{{newer}}
             "location_id":"loc1","location_name":"The \"Lounge\"",
             "guest_device_description":"iPhone","guest_device_mac":"{{Mac}}","guest_device_ip":"{{Ip}}",
             "access_code":"CANARYCODE","login_type_name":"Registration",
             "total_duration":"{{duration}}","downloaded_data":"3.34 MB","uploaded_data":"900.58 kB",
             "connection_status":"{{status}}","connection_status_value":{{isOnline}},
             "start_time":"{{start}}","start_time_formatted":"Canary Local Time",
             "end_time":{{Text(end)}},"end_time_formatted":"Canary Local Time",
             "guest_id":"CANARYGUEST","name":"Canary Name","email":"canary@example.com"{{Rest(more)}}}
            """;
    }

    public static string Duration(string ip, int seconds) =>
        string.Create(CultureInfo.InvariantCulture, $$"""
            {"ip_address":"{{ip}}","username":"CANARYUSER","name":"Canary Name","email":"canary@example.com","duration":{{seconds}}}
            """);

    public static string Count(long count) => string.Create(CultureInfo.InvariantCulture, $$"""{"count":{{count}}}""");

    private static string Text(string? value) => value is null ? "null" : $"\"{value}\"";

    private static string Rest(string? members) => members is null ? "" : $",{members}";
}
