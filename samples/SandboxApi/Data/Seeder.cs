using System.Data.Common;
using Microsoft.Data.Sqlite;
using SessionsWidgets.Samples.Sandbox.Data.CheckIns;
using SessionsWidgets.Samples.Sandbox.Data.Events;
using SessionsWidgets.Samples.Sandbox.GuestWifi;

namespace SessionsWidgets.Samples.Sandbox.Data;

/// <summary>Writes the made-up data into an empty database.</summary>
internal static class Seeder
{
    public const int Sessions = 5000;

    public static void Fill(SandboxDatabase database, int seed, DateTimeOffset now)
    {
        using SqliteConnection connection = database.Open();
        using DbTransaction transaction = connection.BeginTransaction();
        Execute(connection, Schema.Sql);

        using (var venues = new RowWriter(connection, "venues", 2))
        {
            foreach (Venue venue in Catalogue.Venues)
                venues.Write(venue.Id, venue.Name);
        }

        using (var brands = new RowWriter(connection, "brands", 2))
        {
            foreach (Brand brand in Catalogue.Brands)
                brands.Write(brand.Id, brand.Name);
        }

        using (var cigars = new RowWriter(connection, "cigars", 4))
        {
            foreach (Cigar cigar in Catalogue.Cigars)
                cigars.Write(cigar.Id, cigar.Name, cigar.Brand.Id, cigar.HasPicture);
        }

        using (var users = new RowWriter(connection, "users", 3))
        {
            foreach (Person person in People.All)
                users.Write(person.Id, person.DisplayName, person.HasAvatar);
        }

        using (var sessions = new RowWriter(connection, "sessions", 12))
        {
            int index = 0;
            foreach (SeedSession session in new SessionMaker(seed, now).Make(Sessions))
            {
                sessions.Write(
                    Ids.Session(index++), session.CreatedAt.ToUnixTimeMilliseconds(), session.StartedAt?.ToUnixTimeMilliseconds(),
                    session.EndedAt?.ToUnixTimeMilliseconds(), session.DurationSeconds, session.Rating, session.Note, session.Featured,
                    session.LeavesOut, session.User.Id, session.Cigar?.Id, session.Venue?.Id);
            }
        }

        EventSeeder.Fill(connection, now);
        CheckInSeeder.Fill(connection, seed, now);
        Execute(connection, Schema.Indexes);
        GuestWifiSeeder.Fill(connection, seed, now);
        transaction.Commit();
    }

    public static void Execute(SqliteConnection connection, string sql)
    {
        using SqliteCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // The text is a constant of this assembly.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
