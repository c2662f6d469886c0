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

    public bool Exists(SessionOwner owner, string id)
    {
        using SqliteConnection connection = database.Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = owner switch
        {
            SessionOwner.Venue => "SELECT 1 FROM venues WHERE id = $id",
            SessionOwner.Brand => "SELECT 1 FROM brands WHERE id = $id",
            _ => "SELECT 1 FROM cigars WHERE id = $id",
        };
        command.Parameters.AddWithValue("$id", id);
        return command.ExecuteScalar() is not null;
    }

    public IReadOnlyList<SessionRow> Read(SessionFilter filter)
    {
        using SqliteConnection connection = database.Open();
        using SqliteCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // Put together from constants; every value is a parameter.
        command.CommandText = $"{Columns} WHERE {Where(filter)} ORDER BY s.created_at DESC, s.id DESC LIMIT $limit OFFSET $offset";
#pragma warning restore CA2100
        command.Parameters.AddWithValue("$owner", filter.OwnerId);
        command.Parameters.AddWithValue("$from", (object?)filter.From ?? DBNull.Value);
        command.Parameters.AddWithValue("$before", (object?)filter.Before ?? DBNull.Value);
        command.Parameters.AddWithValue("$limit", filter.Limit);
        command.Parameters.AddWithValue("$offset", filter.Offset);
        using SqliteDataReader reader = command.ExecuteReader();
        var rows = new List<SessionRow>();
        while (reader.Read())
            rows.Add(Row(reader));
        return rows;
    }

    private static string Where(SessionFilter filter)
    {
        string owner = filter.Owner switch
        {
            SessionOwner.Venue => "s.venue_id = $owner",
            SessionOwner.Brand => "s.cigar_id IN (SELECT id FROM cigars WHERE brand_id = $owner)",
            _ => "s.cigar_id = $owner",
        };
        return owner
            + (filter.From is null ? "" : " AND s.created_at >= $from")
            + (filter.Before is null ? "" : " AND s.created_at < $before")
            + (filter.FeaturedOnly ? " AND s.featured = 1" : "");
    }

    private static SessionRow Row(SqliteDataReader reader) => new()
    {
        Id = reader.GetString(0),
        CreatedAt = reader.GetInt64(1),
        StartedAt = Number(reader, 2),
        EndedAt = Number(reader, 3),
        DurationSeconds = Number(reader, 4),
        Rating = Number(reader, 5),
        Note = Text(reader, 6),
        LeavesOut = reader.GetBoolean(7),
        UserId = reader.GetString(8),
        DisplayName = reader.GetString(9),
        HasAvatar = reader.GetBoolean(10),
        CigarId = Text(reader, 11),
        CigarName = Text(reader, 12),
        BrandName = Text(reader, 13),
        HasPicture = Number(reader, 14) is 1,
        VenueId = Text(reader, 15),
        VenueName = Text(reader, 16),
    };

    private static long? Number(SqliteDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetInt64(column);

    private static string? Text(SqliteDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);
}
