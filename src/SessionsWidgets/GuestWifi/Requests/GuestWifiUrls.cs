using System.Net;
using System.Net.Sockets;

namespace SessionsWidgets;

/// <summary>Builds addresses of the guest Wi-Fi API, as its documentation writes them. Links of responses are never followed.</summary>
internal static class GuestWifiUrls
{
    public static Uri Sessions(string baseUrl, GuestSessionQuery query, int perPage, int page)
    {
        var address = Start(baseUrl, "/sessions");
        var separator = Filter(address, query);
        Add(address, ref separator, "per_page", perPage.ToString(CultureInfo.InvariantCulture));
        if (page > 1) Add(address, ref separator, "page", page.ToString(CultureInfo.InvariantCulture));
        return new Uri(address.ToString());
    }

    public static Uri Count(string baseUrl, GuestSessionQuery query)
    {
        var address = Start(baseUrl, "/sessions/count");
        var separator = Filter(address, query);
        Add(address, ref separator, "last_session_first", Flag(query.LastSessionFirst));
        return new Uri(address.ToString());
    }

    /// <summary>The address for durations. It holds addresses of guests.</summary>
    public static Uri Durations(string baseUrl, IEnumerable<IPAddress> guests) =>
        new(Start(baseUrl, "/sessions/").AppendJoin(',', guests).ToString());

    /// <summary>The address of an endpoint that is safe to log.</summary>
    public static Uri Shown(string baseUrl, string path) => new(Start(baseUrl, path).ToString());

    /// <summary>An address as it is requested: an IPv4-mapped one as IPv4, an IPv6 one without scope.</summary>
    public static IPAddress Plain(IPAddress address) => address switch
    {
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4(),
        { AddressFamily: AddressFamily.InterNetworkV6 } => new IPAddress(address.GetAddressBytes()),
        _ => address,
    };

    private static StringBuilder Start(string baseUrl, string path) => new StringBuilder(baseUrl.TrimEnd('/')).Append(path);

    private static char Filter(StringBuilder address, GuestSessionQuery query)
    {
        var separator = '?';
        Add(address, ref separator, "guest_id", query.GuestId);
        Add(address, ref separator, "location_id", query.LocationId);
        var mac = query.DeviceMac?.GetAddressBytes().Select(b => b.ToString("x2", CultureInfo.InvariantCulture));
        Add(address, ref separator, "guest_device_mac", mac is null ? null : string.Join(':', mac));
        Add(address, ref separator, "start_time", query.StartedFrom?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Add(address, ref separator, "end_time", query.EndedBefore?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Add(address, ref separator, "yas_id", query.YasId?.ToString("D"));
        Add(address, ref separator, "online", Flag(query.Online));
        return separator;
    }

    private static void Add(StringBuilder address, ref char separator, string name, string? value)
    {
        if (value is null) return;
        address.Append(separator).Append(name).Append('=').Append(value);
        separator = '&';
    }

    private static string? Flag(bool? value) => value switch { true => "true", false => "false", null => null };
}
