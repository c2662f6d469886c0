using System.Text.Json;
using SessionsWidgets.Samples.Sandbox.Data;
using SessionsWidgets.Samples.Sandbox.Data.Events;

namespace SessionsWidgets.Samples.Sandbox.Endpoints;

/// <summary>A page of events.</summary>
internal sealed class EventAnswer(IReadOnlyList<DatedEvent> rows, PageWindow window) : PageAnswer<DatedEvent>(rows, window)
{
    protected override void WriteItem(Utf8JsonWriter json, DatedEvent row, string baseUrl)
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
        parts.Write("imageUrl", row.Seed.Picture is not null ? $"{baseUrl}/cdn/events/{row.Id}.svg" : null);
        json.WriteBoolean("featured", row.Seed.Featured);
        parts.Write("externalUrl", row.Seed.ExternalUrl);
        parts.Write("ticketUrl", row.Seed.TicketUrl);
    }
}
