using System.Text.Json.Nodes;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using SessionsWidgets.TestSupport;

namespace SessionsWidgets.Tests.Templates;

/// <summary>The built-in templates on example answers of the API, on the way that pages take.</summary>
internal static class TemplateCase
{
    public static string Full { get; } = Sessions.Page(
        Session("ses_1", "2026-07-18T23:12:00Z", "Jo Example", "Reserva Robusto", "Casa Belmonte", started: "2026-07-18T22:55:00Z"),
        Session(
            "ses_2", "2026-07-18T21:00:00Z", "María López", "Maduro Toro", "Valle Oscuro", seconds: 4200, rating: 4.8,
            note: "Cedar and cream from the first third,\nthen a long cocoa finish.", pictures: true),
        Session(
            "ses_3", "2026-07-17T20:00:00Z", "نورة ع.", "Torpedo 2019", "Dos Ríos", seconds: 5160, rating: 4.5,
            note: "هادئ ومتوازن، مع لمسة من البن."),
        Session("ses_4", "2026-07-02T20:00:00Z", "佐藤 美咲", "Maduro Toro", "Valle Oscuro", seconds: 2700, rating: 5));

    public static string Sparse { get; } = Sessions.Page(
        """{"id":"ses_1","createdAt":"2026-07-18T23:12:00Z","user":{}}""",
        """{"id":"ses_2","createdAt":"no date","user":{"displayName":"D"},"cigar":{"name":"Lancero"},"rating":"none","venue":null}""");

    public static string Many(int count) => Sessions.Page([.. Enumerable.Range(0, count).Select(static i => Session(
        $"ses_{i}", "2026-07-18T21:00:00Z", $"María {i}", "Maduro Toro", "Valle Oscuro", seconds: 4200, rating: 4.8,
        note: new string('n', 200), pictures: true))]);

    public static string Empty { get; } = Sessions.Page();

    public static async Task<string> RenderAsync(Widget widget, string json, BusinessType type = BusinessType.Venue)
    {
        using var handler = new StubHandler(json);
        await using var client = new SessionsClient(new SessionsClientOptions
        {
            ApiBaseUrl = new Uri("https://api.example.com"),
            HttpHandler = handler,
            TimeProvider = new ManualClock(),
            WaitingClock = new ManualClock(),
            TimeZone = "America/New_York",
        });
        var fragment = await new WidgetRenderer(client).RenderAsync(client.GetBusiness(type, "stogies-chapin"), widget);
        fragment.Error.ShouldBeNull();
        return fragment.ToString();
    }

    /// <summary>The fragment parsed as a browser does; it must not contain anything that a browser has to mend.</summary>
    public static IElement Parse(string html)
    {
        var parser = new HtmlParser(new HtmlParserOptions { IsKeepingSourceReferences = true });
        var problems = new List<string>();
        parser.Error += (_, e) => problems.Add(((AngleSharp.Html.Dom.Events.HtmlErrorEvent)e).Message);
        var document = parser.ParseDocument($"<!DOCTYPE html><title>.</title>{html}");
        problems.ShouldBeEmpty(html);
        return document.Body!;
    }

    private static string Session(
        string id, string created, string user, string cigar, string brand, string? started =
            null, int? seconds = null, double? rating = null, string? note = null, bool pictures = false) =>
        new JsonObject
        {
            ["id"] = id,
            ["createdAt"] = created,
            ["startedAt"] = started,
            ["durationSeconds"] = seconds,
            ["rating"] = rating,
            ["note"] = note,
            ["user"] = new JsonObject
            {
                ["id"] = $"u-{id}", ["displayName"] = user, ["avatarUrl"] = pictures ? "https://cdn.example.com/u.jpg?a=1&b=2" : null,
            },
            ["cigar"] = new JsonObject
            {
                ["id"] = $"cgr_{cigar.Length}", ["name"] = cigar, ["brandName"] = brand, ["imageUrl"] = pictures
                    ? "https://cdn.example.com/c.jpg"
                    : null,
            },
            ["venue"] = new JsonObject { ["id"] = "stogies-chapin", ["name"] = "Stogies Cigar Lounge & Tap House" },
        }.ToJsonString();
}
