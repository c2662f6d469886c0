using System.Text.Json;
using SessionsWidgets.Sandbox.Data;
using SessionsWidgets.Sandbox.Data.Events;

namespace SessionsWidgets.Sandbox.Answers;

/// <summary>A page of events.</summary>
internal sealed class EventAnswer(IReadOnlyList<DatedEvent> rows, PageWindow window) : PageAnswer<DatedEvent>(rows, window)
{
    /// <summary>Reads what a query asks for.</summary>
    public static EventAnswer Read(EventStore store, Owner owner, QueryReader query)
    {
        PageWindow window = query.Window();
        StatusFilter status = Status(query);
        bool featuredOnly = query.Flag("featured") is true;
        return new EventAnswer(store.Read(owner, window, status, featuredOnly), window);
    }

    private static StatusFilter Status(QueryReader query)
    {
        switch (query.Text("status"))
        {
            case null or "upcoming":
                return StatusFilter.Upcoming;
            case "past":
                return StatusFilter.Past;
            case "all":
                return StatusFilter.All;
            default:
                query.Fail("status", "status must be upcoming, past or all.");
                return StatusFilter.Upcoming;
        }
    }

    protected override void WriteItem(Utf8JsonWriter json, DatedEvent row, string? baseUrl)
    {
        var parts = new OptionalParts(json, row.LeavesOut);
        json.WriteString("id", row.Id);
        json.WriteString("title", row.Seed.Title);
        parts.Write("description", row.Seed.Description);
        json.WriteString("startsAt", Time(row.StartsAt));
        parts.Write("endsAt", row.EndsAt is { } end ? Time(end) : null);
        parts.Write("timezone", row.Seed.SaysTimeZone ? row.Seed.TimeZone : null);
        parts.Write("locationName", row.Seed.LocationName);
        parts.Write("address", row.Seed.Address);
        parts.Write("imageUrl", row.Seed.Picture is not null ? Picture(baseUrl, "events", row.Id) : null);
        json.WriteBoolean("featured", row.Seed.Featured);
        parts.Write("externalUrl", row.Seed.ExternalUrl);
        parts.Write("ticketUrl", row.Seed.TicketUrl);
    }
}
