using Microsoft.Data.Sqlite;

namespace SessionsWidgets.Samples.Sandbox.Data.CheckIns;

/// <summary>Writes the made-up check-ins, inside the caller's transaction.</summary>
internal static class CheckInSeeder
{
    public const int CheckIns = 2000;

    public static void Fill(SqliteConnection connection, int seed, DateTimeOffset now)
    {
        using var rows = new RowWriter(connection, "check_ins", 7);
        int index = 0;
        foreach (SeedCheckIn checkIn in new CheckInMaker(new SeedRandom(seed), now).Make(CheckIns))
        {
            rows.Write(
                Ids.CheckIn(index++), checkIn.CreatedAt.ToUnixTimeMilliseconds(), checkIn.Note, checkIn.Rating, checkIn.LeavesOut,
                checkIn.User.Id, checkIn.Venue.Id);
        }
    }
}
