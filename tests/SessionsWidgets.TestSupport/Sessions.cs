using System.Globalization;
using System.Text.Json.Nodes;

namespace SessionsWidgets.TestSupport;

/// <summary>Makes answers of the sessions API for tests.</summary>
public static class Sessions
{
    public static string Page(params IEnumerable<string> items)
    {
        var list = items.ToList();
        return string.Create(
            CultureInfo.InvariantCulture, $$$"""{"data":[{{{string.Join(',', list)}}}],"meta":{"count":{{{list.Count}}}}}""");
    }

    /// <summary>A session with what is required, and more fields as JSON.</summary>
    public static string Item(string id, string createdAt = "2026-07-18T23:12:00.000Z", string? more = null) =>
        $$"""{"id":"{{id}}","createdAt":"{{createdAt}}","user":{"displayName":"Jo Example"}""" + (more is null ? "}" : $",{more}}}");

    /// <summary>An answer in which one text stands in every field that holds text.</summary>
    public static string Everywhere(string text)
    {
        var item = new JsonObject
        {
            ["id"] = text,
            ["createdAt"] = "2026-07-18T21:00:00Z",
            ["durationSeconds"] = 4200,
            ["rating"] = 4.8,
            ["note"] = text,
            ["user"] = new JsonObject { ["id"] = text, ["displayName"] = text, ["avatarUrl"] = text },
            ["cigar"] = new JsonObject { ["id"] = text, ["name"] = text, ["brandName"] = text, ["imageUrl"] = text },
            ["venue"] = new JsonObject { ["id"] = text, ["name"] = text },
        };
        return new JsonObject { ["data"] = new JsonArray(item), ["meta"] = new JsonObject { ["count"] = 1 } }.ToJsonString();
    }
}
