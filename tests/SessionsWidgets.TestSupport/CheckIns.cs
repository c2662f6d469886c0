using System.Text.Json.Nodes;

namespace SessionsWidgets.TestSupport;

/// <summary>Makes answers of the check-ins endpoint for tests; <see cref="Sessions.Page"/> puts them into a page.</summary>
public static class CheckIns
{
    /// <summary>A check-in with what is required, and more fields as JSON.</summary>
    public static string Item(string id, string createdAt = "2026-07-18T22:14:00.000Z", string? more = null) =>
        Sessions.Item(id, createdAt, more);

    /// <summary>A check-in with every documented field.</summary>
    public static string Full(string id, string createdAt = "2026-07-18T22:14:00.000Z") => $$$"""
        {"id":"{{{id}}}","createdAt":"{{{createdAt}}}","note":"Great night at the lounge.","rating":5,
        "user":{"id":"usr_1","displayName":"Jo Example","avatarUrl":"https://cdn.example.com/users/usr_1.jpg"},
        "venue":{"id":"lounge","name":"The Lounge"}}
        """;

    /// <summary>An answer in which one text stands in every field that holds text.</summary>
    public static string Everywhere(string text) => Sessions.Page(new JsonObject
    {
        ["id"] = text,
        ["createdAt"] = "2026-07-18T22:14:00Z",
        ["note"] = text,
        ["rating"] = 5,
        ["user"] = new JsonObject { ["id"] = text, ["displayName"] = text, ["avatarUrl"] = text },
        ["venue"] = new JsonObject { ["id"] = text, ["name"] = text },
    }.ToJsonString());
}
