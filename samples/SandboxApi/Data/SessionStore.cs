using Microsoft.Data.Sqlite;

namespace SessionsWidgets.Samples.Sandbox.Data;

/// <summary>Reads sessions, the newest first. Thread-safe.</summary>
internal sealed class SessionStore(SandboxDatabase database)
{
    private const string Columns = """
        SELECT s.id, s.created_at, s.started_at, s.ended_at, s.duration, s.rating, s.note, s.leaves_out,
               u.id, u.display_name, u.has_avatar, c.id, c.name, b.name, c.has_picture, v.id, v.name
        FROM sessions s
        JOIN users u ON u.id = s.user_id
        LEFT JOIN cigars c ON c.id = s.cigar_id
        LEFT JOIN brands b ON b.id = c.brand_id
        LEFT JOIN venues v ON v.id = s.venue_id
        """;

    public IReadOnlyList<SessionRow> Read(Owner owner, PageWindow window, bool featuredOnly)
    {
        using SqliteConnection connection = database.Open();
        using SqliteCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // Put together from constants; every value is a parameter.
        command.CommandText = $"{Columns} WHERE {IsOf(owner.Kind)}{window.And("s.created_at")}"
            + (featuredOnly ? " AND s.featured = 1" : "") + PageWindow.Page("s.created_at DESC, s.id DESC");
#pragma warning restore CA2100
        command.Parameters.AddWithValue("$owner", owner.Id);
        window.AddTo(command.Parameters);
        return command.ReadAll(Row);
    }

    private static string IsOf(OwnerKind kind) => kind switch
    {
        OwnerKind.Venue => "s.venue_id = $owner",
        OwnerKind.Brand => "s.cigar_id IN (SELECT id FROM cigars WHERE brand_id = $owner)",
        _ => "s.cigar_id = $owner",
    };

    private static SessionRow Row(SqliteDataReader reader) => new()
    {
        Id = reader.GetString(0),
        CreatedAt = reader.GetInt64(1),
        StartedAt = reader.Number(2),
        EndedAt = reader.Number(3),
        DurationSeconds = reader.Number(4),
        Rating = reader.Number(5),
        Note = reader.Text(6),
        LeavesOut = reader.GetBoolean(7),
        UserId = reader.GetString(8),
        DisplayName = reader.GetString(9),
        HasAvatar = reader.GetBoolean(10),
        CigarId = reader.Text(11),
        CigarName = reader.Text(12),
        BrandName = reader.Text(13),
        HasPicture = reader.Number(14) is 1,
        VenueId = reader.Text(15),
        VenueName = reader.Text(16),
    };
}
