using System.Net;
using System.Net.Http;
using System.Text;
using System.Text.Json.Nodes;
using SessionsWidgets.TestSupport;

namespace SessionsWidgets.BrowserTests.Look;

/// <summary>Every widget in each of its layouts, with data that is hard to fit in, and once more without data.</summary>
internal static class AllWidgets
{
    /// <summary>People, brands, cigars and notes: what is long, and several scripts.</summary>
    private static readonly (string Person, string? Brand, string Cigar, string? Note, double? Rating, int? Seconds)[] Smokes =
    [
        ("Trevor B.", "Valle Oscuro", "Maduro Toro", null, null, null),
        ("María L.", "Marchetti", "Churchill", "Cedar and cream.", 4.8, 4440),
        ("Bartholomew F.", "Manufactura San Andrés", "Edición Limitada Aniversario", "Opened tight and came good later.", 3.9, 7080),
        ("佐藤 美咲", "Hanabira", "夕凪 Petit Corona", "甘い香り。ゆっくり楽しめました。", 5.0, 3300),
        ("نورة ع.", "Dos Ríos", "Torpedo 2019", "هادئ ومتوازن، مع لمسة من البن.", 4.5, 45),
    ];

    public static string Page(string body, string head = "") =>
        "<!DOCTYPE html><html lang=\"en\"><meta charset=\"utf-8\"><title>.</title><style>body { margin: 20px; font: 16px/1.5 sans-serif }"
        + $"</style><style>{Encoding.UTF8.GetString(BuiltInTemplates.Stylesheet.Span)}</style>{head}<body>{body}";

    /// <param name="language">The language of the widgets.</param>
    /// <param name="pictures">Where pictures are; null for none.</param>
    /// <param name="states">Whether widgets without data come as well.</param>
    /// <param name="isolation">The shadow root that each widget stands in; null for none.</param>
    public static async Task<string> RenderAsync(
        string language = "en", string? pictures = null, bool states = true, Isolation? isolation = null)
    {
        using var api = new GuestWifiStub { AnswerSessions = r => Answer(r.RequestUri!.Segments[^1], pictures), Answer = AnswerWifi };
        using var dead = new GuestWifiStub { AnswerSessions = _ => GuestWifiStub.Status(HttpStatusCode.InternalServerError) };
        using var empty = new GuestWifiStub { AnswerSessions = _ => StubHandler.Json(Sessions.Page()) };
        var html = new StringBuilder();
        foreach (var handler in states ? (GuestWifiStub[])[api, dead, empty] : [api])
        {
            await using var client = new SessionsClient(new SessionsClientOptions
            {
                ApiBaseUrl = new Uri("https://api.example.com"), HttpHandler = handler,
                GuestWifi = new GuestWifiOptions
                {
                    ApiBaseUrl = new Uri("https://wifi.example.com"), AccessToken = "token", ClientNetworks = ["172.31.0.0/16"],
                },
            }.On(new ManualClock()));
            var renderer = new WidgetRenderer(client);
            var request = new RenderRequest { VisitorAddress = IPAddress.Parse(Guests.Ip), Language = language, Isolation = isolation };
            foreach (var widget in Widgets())
                html.Append(await renderer.RenderAsync(client.GetBusiness(BusinessType.Venue, "lounge"), widget, request));
        }

        return html.ToString();
    }

    private static Widget[] Widgets() =>
    [
        new RecentSmokes { CigarUrl = "/c/{id}", AllUrl = "/s", ShowVenue = true },
        new RecentSmokes { Layout = WidgetLayout.Grid, Id = "grid", CigarUrl = "/c/{id}", Heading = "Evening" },
        new RecentSmokes { Summary = true, Limit = 2, Page = 2, PageUrl = "/p/{page}", CigarId = "c1" },
        new RecentSmokes { Layout = WidgetLayout.Grid, Summary = true, Limit = 2, PageUrl = "/p/{page}", ShowCigar = false },
        new SessionCard { AllUrl = "/s" }, new SessionCard { Offset = 1, CigarUrl = "/c/{id}" },
        new CigarCards { CigarUrl = "/c/{id}" }, new CigarCards { Summary = true, Limit = 3, PageUrl = "/p/{page}" },
        new GuestsOnline(), new GuestVisits(), new LoungeActivity(), new WifiTime(),
        new GuestSessionTable { PageUrl = "/p/{page}", Page = 2 },
        new RecentCheckIns { AllUrl = "/s" }, new RecentCheckIns { Layout = CheckInLayout.Faces },
        new LoungeActivity { CheckIns = true, CigarUrl = "/c/{id}" },
        new UpcomingEvents { CalendarUrl = "/e/{id}.ics", ShowImage = true, AllUrl = "/e" },
        new UpcomingEvents { Layout = EventLayout.Cards, CalendarUrl = "/events.ics" },
    ];

    private static HttpResponseMessage Answer(string kind, string? pictures)
    {
        if (kind == "events")
        {
            var full = Events.Full("evt_1");
            if (pictures is not null) full = full.Replace("https://cdn.example.com/events/", pictures, StringComparison.Ordinal);
            return StubHandler.Json(Sessions.Page(full, Events.Item("evt_2", "2026-07-25T23:00:00Z", title: "Blend Tasting")));
        }

        return StubHandler.Json(Sessions.Page(Smokes.Select((_, i) => Item(i, pictures))));
    }

    private static string Item(int i, string? pictures)
    {
        var (person, brand, cigar, note, rating, seconds) = Smokes[i];
        var item = new JsonObject
        {
            ["id"] = $"ses_{i}",
            ["createdAt"] = $"2026-07-18T{22 - i}:12:00Z",
            ["rating"] = rating,
            ["note"] = note,
            ["user"] = new JsonObject { ["displayName"] = person, ["avatarUrl"] = pictures is null ? null : $"{pictures}a{i}.svg" },
            ["venue"] = new JsonObject { ["id"] = "lounge", ["name"] = "The Lounge" },
            ["cigar"] = new JsonObject
            {
                ["id"] = $"c{i}", ["name"] = cigar, ["brandName"] = brand, ["imageUrl"] = pictures is null ? null : $"{pictures}c{i}.svg",
            },
        };
        if (seconds is null) item["startedAt"] = "2026-07-18T22:35:00Z";
        else item["durationSeconds"] = seconds;
        return item.ToJsonString();
    }

    private static HttpResponseMessage AnswerWifi(HttpRequestMessage request) => StubHandler.Json(request.RequestUri!.AbsolutePath switch
    {
        "/sessions" => Guests.Page(Enumerable.Range(0, 6).Select(i => i == 1 ? Guests.Item("g1", end: null) : Guests.Item($"g{i}"))),
        // Another number each day.
        "/sessions/count" => Guests.Count(14 + (Math.Abs(StableHash(request.RequestUri.Query)) % 30)),
        _ => Guests.Duration(Guests.Ip, 5042),
    });

    private static int StableHash(string text) => text.Aggregate(7, (hash, c) => unchecked((hash * 31) + c));
}
