using System.Globalization;
using SessionsWidgets.Sandbox.Data;

namespace SessionsWidgets.Sandbox.Data.GuestWifi;

internal sealed record SeedGuestSession(
    string Id, WifiLocation Location, Guest Guest, string Ip, string Profile, DateTimeOffset Started, DateTimeOffset? Ended,
    long Downloaded, long Uploaded, bool IsOld);

/// <summary>Draws the guest sessions of the last 90 days. Made for one use.</summary>
internal sealed class GuestSessionMaker(SeedRandom random, GuestMaker ids, IReadOnlyList<Guest> guests, DateTimeOffset now)
{
    private const int Days = 90;
    private const int OldAfterDays = 60;

    private readonly int[] _shares = [.. GuestWifiCatalogue.Locations.Select(location => location.Share)];

    /// <summary>The sessions, the oldest first.</summary>
    public IReadOnlyList<SeedGuestSession> Make(int count)
    {
        var sessions = new List<SeedGuestSession>(count);
        int guest = 0;
        foreach (WifiLocation location in GuestWifiCatalogue.Locations)
        {
            for (int index = 0; index < location.Online; index++)
                sessions.Add(Online(location, guests[guest++], index));
        }

        while (sessions.Count < count)
            sessions.Add(Ended());
        return [.. sessions.OrderBy(session => session.Started)];
    }

    private SeedGuestSession Online(WifiLocation location, Guest guest, int index)
    {
        bool isFirst = location == GuestWifiCatalogue.Locations[0];
        // The first two guests are ones to look up by hand: the documentation's own address, and whoever asks from this machine.
        (string ip, int minutes) = (isFirst, index) switch
        {
            (true, 0) => ("10.1.1.5", 84),
            (true, 1) => ("127.0.0.1", 52),
            (true, 2) => (Ip(location, 20 + index), (26 * 60) + 17),
            _ => (Ip(location, (isFirst ? 20 : 200) + index), random.Between(1, 170)),
        };
        DateTimeOffset started = now.AddMinutes(-minutes).AddSeconds(-random.Below(60));
        return Session(location, guest, ip, started, null, now - started);
    }

    private SeedGuestSession Ended()
    {
        WifiLocation location = GuestWifiCatalogue.Locations[random.Weighted(_shares)];
        int minutes = random.Below(1000) switch
        {
            < 6 => random.Between(24 * 60, 52 * 60),
            < 120 => random.Between(1, 9),
            _ => random.Between(10, 200),
        };
        int seconds = (minutes * 60) + random.Below(60);
        int hour = (location.OpeningHour + (random.Chance(85) ? random.Below(12) : random.Below(24))) % 24;
        DateTimeOffset started = new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero)
            .AddDays(-random.Below(Days)).AddHours(hour).AddSeconds(random.Below(3600));
        while (started.AddSeconds(seconds) >= now)
            started = started.AddDays(-1);
        return Session(
            location, random.Pick(guests), Ip(location, random.Between(2, 190)), started, started.AddSeconds(seconds),
            TimeSpan.FromSeconds(seconds));
    }

    private SeedGuestSession Session(
        WifiLocation location, Guest guest, string ip, DateTimeOffset started, DateTimeOffset? ended, TimeSpan stay) => new(
        ids.Id(), location, guest, ip, random.Pick(GuestWifiCatalogue.Profiles), started, ended,
        Downloaded: Bytes(stay, 400_000), Uploaded: Bytes(stay, 40_000), IsOld: now - started > TimeSpan.FromDays(OldAfterDays));

    /// <summary>From nothing to a film, a second of the stay at most this many bytes.</summary>
    private long Bytes(TimeSpan stay, int most) =>
        random.Chance(3) ? random.Below(1000) : (long)stay.TotalSeconds * random.Below(most) / random.Between(1, 40);

    private static string Ip(WifiLocation location, int last) => string.Create(CultureInfo.InvariantCulture, $"{location.Network}.{last}");
}
