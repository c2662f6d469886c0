using System.Globalization;
using Microsoft.Data.Sqlite;
using SessionsWidgets.Samples.Sandbox.Endpoints;

namespace SessionsWidgets.Samples.Sandbox.GuestWifi;

/// <summary>Which guest sessions are asked for; null means all.</summary>
internal sealed record GuestSessionFilter(
    string? GuestId, string? LocationId, string? Mac, DateOnly? StartedFrom, DateOnly? EndedBefore, string? YasId, bool? Online)
{
    /// <summary>The conditions; every value is a parameter that <see cref="AddTo"/> gives.</summary>
    public string Where => "WHERE 1 = 1"
        + (GuestId is null ? "" : " AND s.guest_id = $guest")
        + (LocationId is null ? "" : " AND s.location_id = $location")
        + (Mac is null ? "" : " AND g.mac = $mac")
        + (StartedFrom is null ? "" : " AND s.started >= $from")
        + (EndedBefore is null ? "" : " AND s.ended < $before")
        + (YasId is null ? "" : " AND g.yas_id = $yas")
        + (Online is { } online ? $" AND s.ended IS {(online ? "" : "NOT ")}NULL" : "");

    /// <summary>Reads the filters; a bad one becomes the reader's error.</summary>
    public static GuestSessionFilter Read(QueryReader query) => new(
        query.Text("guest_id"),
        query.Text("location_id"),
        ReadMac(query),
        query.Day("start_time"),
        query.Day("end_time"),
        query.Text("yas_id"),
        query.Flag("online"));

    public void AddTo(SqliteParameterCollection parameters)
    {
        parameters.AddWithValue("$guest", (object?)GuestId ?? DBNull.Value);
        parameters.AddWithValue("$location", (object?)LocationId ?? DBNull.Value);
        parameters.AddWithValue("$mac", (object?)Mac ?? DBNull.Value);
        parameters.AddWithValue("$from", Midnight(StartedFrom));
        parameters.AddWithValue("$before", Midnight(EndedBefore));
        parameters.AddWithValue("$yas", (object?)YasId ?? DBNull.Value);
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

    private static object Midnight(DateOnly? day) =>
        day is { } date ? new DateTimeOffset(date.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero).ToUnixTimeSeconds() : DBNull.Value;
}
