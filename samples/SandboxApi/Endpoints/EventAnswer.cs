using System.Text.Json;
using SessionsWidgets.Samples.Sandbox.Data;
using SessionsWidgets.Samples.Sandbox.Data.Events;

namespace SessionsWidgets.Samples.Sandbox.Endpoints;

/// <summary>A page of events.</summary>
internal sealed class EventAnswer(IReadOnlyList<EventRow> rows, PageWindow window) : PageAnswer<EventRow>(rows, window)
{
    protected override void WriteItem(Utf8JsonWriter json, EventRow row, string baseUrl)
    {
        var parts = new OptionalParts(json, row.LeavesOut);
        json.WriteString("id", row.Id);
        json.WriteString("title", row.Title);
        parts.Write("description", row.Description);
        json.WriteString("startsAt", Time(row.StartsAt));
        parts.Write("endsAt", row.EndsAt is { } end ? Time(end) : null);
        parts.Write("timezone", row.TimeZone);
        parts.Write("locationName", row.LocationName);
        parts.Write("address", row.Address);
        parts.Write("imageUrl", row.HasPicture ? $"{baseUrl}/cdn/events/{row.Id}.svg" : null);
        json.WriteBoolean("featured", row.Featured);
        parts.Write("externalUrl", row.ExternalUrl);
        parts.Write("ticketUrl", row.TicketUrl);
    }
}
