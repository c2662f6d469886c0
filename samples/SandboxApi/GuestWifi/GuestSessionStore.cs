using Microsoft.Data.Sqlite;
using SessionsWidgets.Samples.Sandbox.Data;

namespace SessionsWidgets.Samples.Sandbox.GuestWifi;

/// <summary>Reads guest sessions, those that started last first. Thread-safe.</summary>
internal sealed class GuestSessionStore(SandboxDatabase database, TimeProvider clock)
{
    private const string Columns = """
        SELECT s.id, s.location_id, l.name, g.device, g.mac, s.ip, g.access_code, g.login, s.profile,
               s.started, s.ended, s.downloaded, s.uploaded, s.is_old, g.id, g.yas_id
        FROM wifi_sessions s
        JOIN wifi_guests g ON g.id = s.guest_id
        JOIN wifi_locations l ON l.id = s.location_id
        """;

    public IReadOnlyList<GuestSessionJson> Read(GuestSessionFilter filter, int limit, long offset)
    {
        using SqliteConnection connection = database.Open();
        using SqliteCommand command =
            Command(connection, $"{Columns} {filter.Where} ORDER BY s.started DESC, s.number DESC LIMIT $limit OFFSET $offset");
        filter.AddTo(command.Parameters);
        command.Parameters.AddWithValue("$limit", limit);
        command.Parameters.AddWithValue("$offset", offset);
        using SqliteDataReader reader = command.ExecuteReader();
        var sessions = new List<GuestSessionJson>();
        while (reader.Read())
            sessions.Add(Session(reader));
        return sessions;
    }

    public long Count(GuestSessionFilter filter)
    {
        using SqliteConnection connection = database.Open();
        using SqliteCommand command =
            Command(connection, $"SELECT count(*) FROM wifi_sessions s JOIN wifi_guests g ON g.id = s.guest_id {filter.Where}");
        filter.AddTo(command.Parameters);
        return (long)command.ExecuteScalar()!;
    }

    /// <summary>The last session at an address, wherever that was; null when nobody had it.</summary>
    public GuestDuration? Duration(string ip)
    {
        using SqliteConnection connection = database.Open();
        using SqliteCommand command = Command(connection, """
            SELECT g.username, g.name, g.email, s.started, s.ended
            FROM wifi_sessions s JOIN wifi_guests g ON g.id = s.guest_id
            WHERE s.ip = $ip ORDER BY s.ended IS NULL DESC, s.started DESC, s.number DESC LIMIT 1
            """);
        command.Parameters.AddWithValue("$ip", ip);
        using SqliteDataReader reader = command.ExecuteReader();
        return reader.Read()
            ? new GuestDuration(ip, reader.GetString(0), reader.GetString(1), reader.GetString(2), Seconds(reader, 3, 4))
            : null;
    }

    private GuestSessionJson Session(SqliteDataReader reader)
    {
        bool isOnline = reader.IsDBNull(10);
        bool isOld = reader.GetBoolean(13);
        return new GuestSessionJson
        {
            Id = isOld ? null : reader.GetString(0),
            LocationId = reader.GetString(1),
            LocationName = reader.GetString(2),
            GuestDeviceDescription = reader.GetString(3),
            GuestDeviceMac = reader.GetString(4),
            GuestDeviceIp = reader.GetString(5),
            AccessCode = reader.GetString(6),
            LoginTypeName = reader.GetString(7),
            ServiceProfileName = isOld ? null : reader.GetString(8),
            TotalDuration = GuestFormat.Duration(Seconds(reader, 9, 10)),
            DownloadedData = GuestFormat.Size(reader.GetInt64(11)),
            UploadedData = GuestFormat.Size(reader.GetInt64(12)),
            ConnectionStatus = isOnline ? "Online" : "Offline",
            ConnectionStatusValue = isOnline ? 1 : 0,
            StartTime = GuestFormat.Time(reader.GetInt64(9)),
            StartTimeFormatted = GuestFormat.DisplayTime(reader.GetInt64(9)),
            EndTime = isOnline ? null : GuestFormat.Time(reader.GetInt64(10)),
            EndTimeFormatted = isOnline ? null : GuestFormat.DisplayTime(reader.GetInt64(10)),
            GuestId = reader.GetString(14),
            YasId = isOld ? null : reader.GetString(15),
        };
    }

    /// <summary>How long it took, or takes so far.</summary>
    private long Seconds(SqliteDataReader reader, int started, int ended) =>
        (reader.IsDBNull(ended) ? clock.GetUtcNow().ToUnixTimeSeconds() : reader.GetInt64(ended)) - reader.GetInt64(started);

    private static SqliteCommand Command(SqliteConnection connection, string sql)
    {
        SqliteCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // Put together from this assembly's constants; every value is a parameter.
        command.CommandText = sql;
#pragma warning restore CA2100
        return command;
    }
}
