using System.Globalization;
using SessionsWidgets.Sandbox.Answers;

namespace SessionsWidgets.Sandbox.Data.GuestWifi;

/// <summary>Which guest sessions are asked for; null means all.</summary>
internal sealed record GuestSessionFilter(
    string? GuestId, string? LocationId, string? Mac, DateOnly? StartedFrom, DateOnly? EndedBefore, string? YasId, bool? Online)
{
    public bool Takes(SeedGuestSession session) =>
        (GuestId is null || session.Guest.Id == GuestId)
        && (LocationId is null || session.Location.Id == LocationId)
        && (Mac is null || session.Guest.Mac == Mac)
        && (StartedFrom is not { } from || session.Started >= Midnight(from))
        && (EndedBefore is not { } before || session.Ended < Midnight(before))
        && (YasId is null || session.Guest.YasId == YasId)
        && (Online is not { } online || session.Ended is null == online);

    /// <summary>Reads the filters; a bad one becomes the reader's error.</summary>
    /// <param name="query">The query.</param>
    /// <param name="anyLocation">Whether a location that is not in the data has the guests of the first one.</param>
    public static GuestSessionFilter Read(QueryReader query, bool anyLocation) => new(
        query.Text("guest_id"),
        ReadLocation(query, anyLocation),
        ReadMac(query),
        query.Day("start_time"),
        query.Day("end_time"),
        query.Text("yas_id"),
        query.Flag("online"));

    private static string? ReadLocation(QueryReader query, bool anyLocation)
    {
        string? id = query.Text("location_id");
        IReadOnlyList<WifiLocation> known = GuestWifiCatalogue.Locations;
        return id is null || !anyLocation || known.Any(location => location.Id == id) ? id : known[0].Id;
    }

    private static string? ReadMac(QueryReader query)
    {
        if (query.Text("guest_device_mac") is not { } text)
            return null;
        string[] parts = text.Split(':');
        if (parts.Length == 6 && parts.All(IsOctet))
            return text.ToLowerInvariant();
        query.Fail("guest_device_mac", "guest_device_mac must be an address such as 14:2d:27:e7:40:2b.");
        return null;
    }

    private static bool IsOctet(string text) =>
        text.Length == 2 && byte.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out _);

    private static DateTimeOffset Midnight(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
}
