using System.Globalization;
using System.Text.Json;
using SessionsWidgets.Samples.Sandbox.Data;

namespace SessionsWidgets.Samples.Sandbox.Endpoints;

/// <summary>A page of sessions in the documented shape.</summary>
internal sealed class SessionAnswer(IReadOnlyList<SessionRow> rows, SessionFilter filter) : JsonAnswer
{
    protected override void Write(Utf8JsonWriter json, string baseUrl)
    {
        json.WriteStartObject();
        json.WriteStartArray("data");
        foreach (SessionRow row in rows)
            WriteSession(json, row, baseUrl);
        json.WriteEndArray();
        json.WriteStartObject("meta");
        json.WriteNumber("count", rows.Count);
        json.WriteNumber("limit", filter.Limit);
        json.WriteNumber("offset", filter.Offset);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteSession(Utf8JsonWriter json, SessionRow row, string baseUrl)
    {
        var parts = new OptionalParts(json, row.LeavesOut);
        json.WriteStartObject();
        json.WriteString("id", row.Id);
        json.WriteString("createdAt", Time(row.CreatedAt));
        parts.Write("startedAt", row.StartedAt is { } start ? Time(start) : null);
        parts.Write("endedAt", row.EndedAt is { } end ? Time(end) : null);
        parts.Write("durationSeconds", row.DurationSeconds);
        parts.Write("rating", row.Rating / 10m);
        parts.Write("note", row.Note);
        json.WriteStartObject("user");
        json.WriteString("id", row.UserId);
        json.WriteString("displayName", row.DisplayName);
        parts.Write("avatarUrl", row.HasAvatar ? $"{baseUrl}/cdn/users/{row.UserId}.svg" : null);
        json.WriteEndObject();
        if (parts.Starts("cigar", row.CigarId is not null))
        {
            json.WriteString("id", row.CigarId);
            json.WriteString("name", row.CigarName);
            json.WriteString("brandName", row.BrandName);
            parts.Write("imageUrl", row.HasPicture ? $"{baseUrl}/cdn/cigars/{row.CigarId}.svg" : null);
            json.WriteEndObject();
        }

        if (parts.Starts("venue", row.VenueId is not null))
        {
            json.WriteString("id", row.VenueId);
            json.WriteString("name", row.VenueName);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static string Time(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds)
        .ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
