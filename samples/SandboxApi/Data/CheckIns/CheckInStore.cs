using Microsoft.Data.Sqlite;

namespace SessionsWidgets.Samples.Sandbox.Data.CheckIns;

/// <summary>Reads the check-ins of venues, the newest first. Thread-safe.</summary>
internal sealed class CheckInStore(SandboxDatabase database)
{
    private const string Columns = """
        SELECT c.id, c.created_at, c.note, c.rating, c.leaves_out, u.id, u.display_name, u.has_avatar, v.id, v.name
        FROM check_ins c
        JOIN users u ON u.id = c.user_id
        JOIN venues v ON v.id = c.venue_id
        """;

    public IReadOnlyList<CheckInRow> Read(string venueId, PageWindow window)
    {
        using SqliteConnection connection = database.Open();
        using SqliteCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // Put together from constants; every value is a parameter.
        command.CommandText =
            $"{Columns} WHERE c.venue_id = $venue{window.And("c.created_at")}{PageWindow.Page("c.created_at DESC, c.id DESC")}";
#pragma warning restore CA2100
        command.Parameters.AddWithValue("$venue", venueId);
        window.AddTo(command.Parameters);
        return command.ReadAll(Row);
    }

    private static CheckInRow Row(SqliteDataReader reader) => new()
    {
        Id = reader.GetString(0),
        CreatedAt = reader.GetInt64(1),
        Note = reader.Text(2),
        Rating = reader.Number(3),
        LeavesOut = reader.GetBoolean(4),
        UserId = reader.GetString(5),
        DisplayName = reader.GetString(6),
        HasAvatar = reader.GetBoolean(7),
        VenueId = reader.GetString(8),
        VenueName = reader.GetString(9),
    };
}
