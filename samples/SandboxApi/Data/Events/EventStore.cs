using Microsoft.Data.Sqlite;

namespace SessionsWidgets.Samples.Sandbox.Data.Events;

internal enum EventStatus
{
    Upcoming,
    Past,
    All,
}

/// <summary>Reads and removes events. Thread-safe.</summary>
internal sealed class EventStore(SandboxDatabase database, TimeProvider clock)
{
    private const string Columns = """
        SELECT id, title, description, starts_at, ends_at, timezone, location_name, address, has_picture, featured, external_url,
               ticket_url, leaves_out
        FROM events
        """;

    /// <summary>A page of a venue's or brand's events, in the order in which they were entered: not that of their starts.</summary>
    public IReadOnlyList<EventRow> Read(Owner owner, PageWindow window, EventStatus status, bool featuredOnly)
    {
        using SqliteConnection connection = database.Open();
        using SqliteCommand command = connection.CreateCommand();
        string isOf = owner.Kind == OwnerKind.Venue ? "venue_id = $owner" : "brand_id = $owner";
        string and = status switch
        {
            EventStatus.Upcoming => " AND over_at > $now",
            EventStatus.Past => " AND over_at <= $now",
            _ => "",
        };
#pragma warning disable CA2100 // Put together from constants; every value is a parameter.
        command.CommandText = $"{Columns} WHERE {isOf}{and}{window.And("starts_at")}"
            + (featuredOnly ? " AND featured = 1" : "") + PageWindow.Page("id");
#pragma warning restore CA2100
        command.Parameters.AddWithValue("$owner", owner.Id);
        command.Parameters.AddWithValue("$now", clock.GetUtcNow().ToUnixTimeMilliseconds());
        window.AddTo(command.Parameters);
        return command.ReadAll(Row);
    }

    /// <summary>Removes an event.</summary>
    /// <returns>Whether there was one.</returns>
    public bool Remove(string id)
    {
        using SqliteConnection connection = database.Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = "DELETE FROM events WHERE id = $id";
        command.Parameters.AddWithValue("$id", id);
        return command.ExecuteNonQuery() > 0;
    }

    private static EventRow Row(SqliteDataReader reader) => new()
    {
        Id = reader.GetString(0),
        Title = reader.GetString(1),
        Description = reader.Text(2),
        StartsAt = reader.GetInt64(3),
        EndsAt = reader.Number(4),
        TimeZone = reader.Text(5),
        LocationName = reader.Text(6),
        Address = reader.Text(7),
        HasPicture = reader.GetBoolean(8),
        Featured = reader.GetBoolean(9),
        ExternalUrl = reader.Text(10),
        TicketUrl = reader.Text(11),
        LeavesOut = reader.GetBoolean(12),
    };
}
