using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using SessionsWidgets.Samples.Sandbox.Data;

namespace SessionsWidgets.Samples.Sandbox.Endpoints;

/// <summary>A page of sessions in the documented shape.</summary>
internal sealed class SessionAnswer(IReadOnlyList<SessionRow> rows, SessionFilter filter) : IResult
{
    /// <summary>The service writes text as it is, angle brackets too: a client has to cope.</summary>
    private static readonly JsonWriterOptions _json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var body = new ArrayBufferWriter<byte>(8192);
        await using (var json = new Utf8JsonWriter(body, _json))
            Write(json, $"{httpContext.Request.Scheme}://{httpContext.Request.Host}{httpContext.Request.PathBase}");
        httpContext.Response.ContentType = "application/json; charset=utf-8";
        httpContext.Response.ContentLength = body.WrittenCount;
        await httpContext.Response.Body.WriteAsync(body.WrittenMemory, httpContext.RequestAborted);
    }

    private void Write(Utf8JsonWriter json, string baseUrl)
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
