using System.Globalization;
using System.Text.Json;
using SessionsWidgets.Samples.Sandbox.Data;

namespace SessionsWidgets.Samples.Sandbox.Endpoints;

/// <summary>A page of items in the documented shape: <c>data</c> and <c>meta</c>.</summary>
internal abstract class PageAnswer<TRow>(IReadOnlyList<TRow> rows, PageWindow window) : JsonAnswer
{
    protected override void Write(Utf8JsonWriter json, string baseUrl)
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
    protected abstract void WriteItem(Utf8JsonWriter json, TRow row, string baseUrl);

    protected static string Time(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds)
        .ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    protected static void WriteUser(
        Utf8JsonWriter json, OptionalParts parts, string id, string displayName, bool hasAvatar, string baseUrl)
    {
        json.WriteStartObject("user");
        json.WriteString("id", id);
        json.WriteString("displayName", displayName);
        parts.Write("avatarUrl", hasAvatar ? $"{baseUrl}/cdn/users/{id}.svg" : null);
        json.WriteEndObject();
    }

    protected static void WriteVenue(Utf8JsonWriter json, OptionalParts parts, string? id, string? name)
    {
        if (!parts.Starts("venue", id is not null))
            return;
        json.WriteString("id", id);
        json.WriteString("name", name);
        json.WriteEndObject();
    }
}
