using Microsoft.Data.Sqlite;
using SessionsWidgets.Samples.Sandbox.Data;

namespace SessionsWidgets.Samples.Sandbox.GuestWifi;

/// <summary>Writes the made-up guests and their sessions, inside the caller's transaction.</summary>
internal static class GuestWifiSeeder
{
    public const int Sessions = 5000;

    public const int Guests = 900;

    public static void Fill(SqliteConnection connection, int seed, DateTimeOffset now)
    {
        Seeder.Execute(connection, GuestWifiSchema.Sql);
        var random = new SeedRandom(seed);
        var maker = new GuestMaker(random);
        Guest[] guests = [.. Enumerable.Range(0, Guests).Select(maker.Make)];

        using (var rows = new RowWriter(connection, "wifi_locations", 2))
        {
            foreach (WifiLocation location in GuestWifiCatalogue.Locations)
                rows.Write(location.Id, location.Name);
        }

        using (var rows = new RowWriter(connection, "wifi_guests", 9))
        {
            foreach (Guest guest in guests)
                rows.Write(
                    guest.Id, guest.Name, guest.Email, guest.Username, guest.YasId, guest.Mac, guest.Device, guest.Login, guest.AccessCode);
        }

        using (var rows = new RowWriter(connection, "wifi_sessions", 11))
        {
            int number = 0;
            foreach (SeedGuestSession session in new GuestSessionMaker(random, maker, guests, now).Make(Sessions))
            {
                rows.Write(
                    ++number, session.Id, session.Location.Id, session.Guest.Id, session.Ip, session.Profile,
                    session.Started.ToUnixTimeSeconds(),
                    session.Ended?.ToUnixTimeSeconds(), session.Downloaded, session.Uploaded, session.IsOld);
            }
        }

        Seeder.Execute(connection, GuestWifiSchema.Indexes);
    }
}
