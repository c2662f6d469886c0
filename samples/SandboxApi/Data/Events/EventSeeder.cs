using Microsoft.Data.Sqlite;

namespace SessionsWidgets.Samples.Sandbox.Data.Events;

/// <summary>Writes the made-up events, inside the caller's transaction.</summary>
internal static class EventSeeder
{
    public static void Fill(SqliteConnection connection, DateTimeOffset now)
    {
        using var rows = new RowWriter(connection, "events", 16);
        for (int index = 0; index < EventCatalogue.All.Count; index++)
        {
            SeedEvent seed = EventCatalogue.All[index];
            (DateTimeOffset start, DateTimeOffset? end, DateTimeOffset over) = seed.Times(now);
            rows.Write(
                Ids.Event(index), seed.Title, seed.Description, start.ToUnixTimeMilliseconds(), end?.ToUnixTimeMilliseconds(),
                over.ToUnixTimeMilliseconds(), seed.SaysTimeZone ? seed.TimeZone : null, seed.LocationName, seed.Address,
                seed.Picture is not null, seed.Featured, seed.ExternalUrl, seed.TicketUrl, index % 2 == 0, seed.Venue.Id, seed.Brand?.Id);
        }
    }
}
