using System.Globalization;
using System.Text.Json;
using SessionsWidgets.Sandbox.Data;

namespace SessionsWidgets.Sandbox.Answers;

/// <summary>A page of items in the documented shape: <c>data</c> and <c>meta</c>.</summary>
internal abstract class PageAnswer<TRow>(IReadOnlyList<TRow> rows, PageWindow window) : JsonAnswer
{
    protected override void Write(Utf8JsonWriter json, string? baseUrl)
    {
        json.WriteStartObject();
        json.WriteStartArray("data");
        foreach (TRow row in rows)
        {
            json.WriteStartObject();
            WriteItem(json, row, baseUrl);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartObject("meta");
        json.WriteNumber("count", rows.Count);
        json.WriteNumber("limit", window.Limit);
        json.WriteNumber("offset", window.Offset);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>Writes the members of one item.</summary>
    protected abstract void WriteItem(Utf8JsonWriter json, TRow row, string? baseUrl);

    protected static string Time(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    protected static string? Picture(string? baseUrl, string folder, string id) =>
        baseUrl is null ? null : $"{baseUrl}/cdn/{folder}/{id}.png";

    protected static void WriteUser(Utf8JsonWriter json, OptionalParts parts, Person user, string? baseUrl)
    {
        json.WriteStartObject("user");
        json.WriteString("id", user.Id);
        json.WriteString("displayName", user.DisplayName);
        parts.Write("avatarUrl", user.HasAvatar ? Picture(baseUrl, "users", user.Id) : null);
        json.WriteEndObject();
    }

    protected static void WriteVenue(Utf8JsonWriter json, OptionalParts parts, Venue? venue)
    {
        if (!parts.Starts("venue", venue is not null))
            return;
        json.WriteString("id", venue!.Id);
        json.WriteString("name", venue.Name);
        json.WriteEndObject();
    }
}
