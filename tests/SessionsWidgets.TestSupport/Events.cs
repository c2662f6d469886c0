using System.Text.Json.Nodes;

namespace SessionsWidgets.TestSupport;

/// <summary>Makes answers of the events endpoint for tests; <see cref="Sessions.Page"/> puts them into a page.</summary>
public static class Events
{
    /// <summary>An event with what is required, an end when one is given, and more fields as JSON.</summary>
    public static string Item(
        string id, string startsAt = "2026-07-18T23:00:00.000Z", string? endsAt = null, string title = "Cigar Night",
        string? more = null) =>
        new JsonObject { ["id"] = id, ["title"] = title, ["startsAt"] = startsAt }.ToJsonString()[..^1]
        + (endsAt is null ? "" : $",\"endsAt\":\"{endsAt}\"") + (more is null ? "}" : $",{more}}}");

    /// <summary>An event with every documented field.</summary>
    public static string Full(
        string id, string startsAt = "2026-07-18T23:00:00.000Z", string endsAt = "2026-07-19T02:00:00.000Z",
        string timezone = "America/New_York") =>
        Item(id, startsAt, endsAt, more: $$"""
            "description":"Premium cigars, drinks, and good company.","timezone":"{{timezone}}","locationName":"The Lounge",
            "address":"Chapin, SC","imageUrl":"https://cdn.example.com/events/{{id}}.jpg","featured":true,
            "externalUrl":"https://example.com/e/{{id}}","ticketUrl":"https://example.com/t/{{id}}"
            """);

    /// <summary>An answer in which one text stands in every field that holds text.</summary>
    public static string Everywhere(string text) => Sessions.Page(new JsonObject
    {
        ["id"] = text,
        ["title"] = text,
        ["description"] = text,
        ["startsAt"] = "2026-07-18T23:00:00Z",
        ["endsAt"] = "2026-07-19T02:00:00Z",
        ["timezone"] = text,
        ["locationName"] = text,
        ["address"] = text,
        ["imageUrl"] = text,
        ["featured"] = true,
        ["externalUrl"] = text,
        ["ticketUrl"] = text,
    }.ToJsonString());
}
