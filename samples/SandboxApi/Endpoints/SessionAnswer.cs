using System.Text.Json;
using SessionsWidgets.Samples.Sandbox.Data;

namespace SessionsWidgets.Samples.Sandbox.Endpoints;

/// <summary>A page of sessions.</summary>
internal sealed class SessionAnswer(IReadOnlyList<SessionRow> rows, PageWindow window) : PageAnswer<SessionRow>(rows, window)
{
    protected override void WriteItem(Utf8JsonWriter json, SessionRow row, string baseUrl)
    {
        var parts = new OptionalParts(json, row.LeavesOut);
        json.WriteString("id", row.Id);
        json.WriteString("createdAt", Time(row.CreatedAt));
        parts.Write("startedAt", row.StartedAt is { } start ? Time(start) : null);
        parts.Write("endedAt", row.EndedAt is { } end ? Time(end) : null);
        parts.Write("durationSeconds", row.DurationSeconds);
        parts.Write("rating", row.Rating / 10m);
        parts.Write("note", row.Note);
        WriteUser(json, parts, row.UserId, row.DisplayName, row.HasAvatar, baseUrl);
        if (parts.Starts("cigar", row.CigarId is not null))
        {
            json.WriteString("id", row.CigarId);
            json.WriteString("name", row.CigarName);
            json.WriteString("brandName", row.BrandName);
            parts.Write("imageUrl", row.HasPicture ? $"{baseUrl}/cdn/cigars/{row.CigarId}.svg" : null);
            json.WriteEndObject();
        }

        WriteVenue(json, parts, row.VenueId, row.VenueName);
    }
}
