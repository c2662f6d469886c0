using System.Text.Json;
using SessionsWidgets.Samples.Sandbox.Data;

namespace SessionsWidgets.Samples.Sandbox.Endpoints;

/// <summary>A page of sessions.</summary>
internal sealed class SessionAnswer(IReadOnlyList<SeedSession> rows, PageWindow window) : PageAnswer<SeedSession>(rows, window)
{
    protected override void WriteItem(Utf8JsonWriter json, SeedSession row, string baseUrl)
    {
        var parts = new OptionalParts(json, row.LeavesOut);
        json.WriteString("id", row.Id);
        json.WriteString("createdAt", Time(row.CreatedAt));
        parts.Write("startedAt", row.StartedAt is { } start ? Time(start) : null);
        parts.Write("endedAt", row.EndedAt is { } end ? Time(end) : null);
        parts.Write("durationSeconds", row.DurationSeconds);
        parts.Write("rating", row.Rating / 10m);
        parts.Write("note", row.Note);
        WriteUser(json, parts, row.User, baseUrl);
        if (parts.Starts("cigar", row.Cigar is not null))
        {
            json.WriteString("id", row.Cigar!.Id);
            json.WriteString("name", row.Cigar.Name);
            json.WriteString("brandName", row.Cigar.Brand.Name);
            parts.Write("imageUrl", row.Cigar.HasPicture ? $"{baseUrl}/cdn/cigars/{row.Cigar.Id}.svg" : null);
            json.WriteEndObject();
        }

        WriteVenue(json, parts, row.Venue);
    }
}
