using System.Net;
using System.Net.Http;
using System.Text;
using SessionsWidgets.TestSupport;

namespace SessionsWidgets.BrowserTests;

/// <summary>A host page's rules for elements, as wild as they come: the widgets look as they do without them.</summary>
public sealed class HostRulesTests(Browser browser) : IClassFixture<Browser>
{
    private const string Rules = """
        section { padding: 40px; background: #eef; border: 3px solid red }
        h1, h2, h3, h4, h5, h6 {
          margin: 40px 0; border-bottom: 4px double; color: purple; font: italic 50px/3 serif; letter-spacing: 3px;
          text-align: center; text-transform: uppercase
        }
        p, dl, dt, dd, ol, ul, li {
          margin: 30px; padding: 20px; background: #ffd; color: red; line-height: 3; list-style: square; text-indent: 2em
        }
        li::before, q::before, p::after { content: "*"; display: block }
        dt { float: left; width: 200px; font-weight: 900 }
        img, svg { float: left; max-width: 50px; margin: 10px; padding: 10px; border: 5px solid lime; border-radius: 50%; background: pink }
        a { padding: 4px; background: yellow; color: lime; font-weight: 900; text-decoration: underline wavy red }
        table { width: 50%; margin: 30px; border: 3px solid red; border-collapse: separate; background: pink }
        td, th { padding: 20px; border: 2px solid blue; background: #ffc; text-align: center; text-transform: uppercase }
        time, q, bdi, span, article, div, nav {
          margin: 5px; padding: 5px; border: 1px dashed; background: pink; color: teal; font-style: italic; letter-spacing: 2px
        }
        caption { font-size: 40px }
        details { margin: 20px; padding: 40px; border: 5px solid red; background: #ff0 }
        summary { display: block; padding: 20px; color: red; font-size: 40px; list-style: none; text-transform: uppercase }
        summary::marker { color: red; content: ""; font-size: 60px }
        * { box-sizing: content-box }
        """;

    /// <summary>What every element looks like, one line each.</summary>
    private const string Look = """
        () => [...document.querySelectorAll('.sw, .sw *')].flatMap(e => ['', '::before', '::after', '::marker'].map(pseudo => {
          const style = getComputedStyle(e, pseudo || null), box = pseudo ? {} : e.getBoundingClientRect();
          if (pseudo && style.content === 'none') return '';
          const names = [
            'content', 'display', 'float', 'color', 'backgroundColor', 'fontFamily', 'fontSize', 'fontStyle', 'fontWeight', 'lineHeight',
            'letterSpacing', 'textAlign', 'textIndent', 'textTransform', 'textDecoration', 'listStyle', 'borderWidth', 'borderRadius',
            'fill'];
          return `${e.tagName}.${e.getAttribute('class')}${pseudo} ${Math.round(box.width)}x${Math.round(box.height)} `
            + names.map(n => `${n}: ${style[n]}`).join('; ');
        }))
        """;

    [Theory]
    [InlineData(360)]
    [InlineData(1000)]
    public async Task Widgets_AmongWildRules_LookAsWithoutThem(int width)
    {
        var widgets = await RenderAsync();
        var page = await browser.NewPageAsync();
        await page.SetViewportSizeAsync(width, 900);
        var look = new List<string[]>();
        foreach (var rules in (string[])["", Rules])
        {
            // The rules of the page's own body are inherited on purpose.
            await page.SetContentAsync(
                "<!DOCTYPE html><html lang=\"en\"><meta charset=\"utf-8\"><title>.</title>"
                + $"<style>body {{ margin: 20px; font: 16px/1.5 sans-serif }} {rules}</style>"
                + $"<style>{Encoding.UTF8.GetString(BuiltInTemplates.Stylesheet.Span)}</style><body>{widgets}");
            look.Add(await page.EvaluateAsync<string[]>(Look));
        }

        look[0].Length.ShouldBeGreaterThan(500);
        look[1].Zip(look[0]).Where(l => l.First != l.Second).Select(l => $"{l.First}\n    instead of {l.Second}").ShouldBeEmpty();
    }

    /// <summary>One that is happening, with a picture, and one without anything that is optional.</summary>
    private static HttpResponseMessage AnswerEvents() => StubHandler.Json(Sessions.Page(
        Events.Full("evt_1"), Events.Item("evt_2", "2026-07-25T23:00:00Z", title: "Blend Tasting")));

    private static async Task<string> RenderAsync()
    {
        using var api = new GuestWifiStub
        {
            AnswerSessions = request => request.RequestUri!.Segments[^1] == "events" ? AnswerEvents() : StubHandler.Json(Sessions.Page(
                Sessions.Item(
                    "ses_1",
                    more: """
                        "startedAt":"2026-07-18T23:00:00Z","cigar":{"id":"c1","name":"Maduro Toro","brandName":"Valle Oscuro"}
                        """),
                Sessions.Item(
                    "ses_2",
                    "2026-07-18T20:00:00Z",
                    """
                    "rating":4.8,"note":"Cedar and cream.","durationSeconds":4200,"cigar":{"id":"c2","name":"Churchill"}
                    """))),
        };
        using var dead = new GuestWifiStub { AnswerSessions = _ => GuestWifiStub.Status(HttpStatusCode.InternalServerError) };
        var html = new StringBuilder();
        foreach (var handler in (GuestWifiStub[])[api, dead])
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
            var request = new RenderRequest { VisitorAddress = IPAddress.Parse(Guests.Ip) };
            Widget[] all =
            [
                new RecentSmokes { CigarUrl = "/c/{id}", AllUrl = "/s" }, new RecentSmokes { Layout = WidgetLayout.Grid, Id = "grid" },
                new SessionCard(), new CigarCards(), new GuestsOnline(), new GuestVisits(), new LoungeActivity(), new WifiTime(),
                new GuestSessionTable { PageUrl = "/p/{page}", Page = 2 },
                new RecentCheckIns { AllUrl = "/s" }, new RecentCheckIns { Layout = CheckInLayout.Faces },
                new LoungeActivity { CheckIns = true },
                new UpcomingEvents { CalendarUrl = "/e/{id}.ics", ShowImage = true, AllUrl = "/e" },
                new UpcomingEvents { Layout = EventLayout.Cards, CalendarUrl = "/events.ics" },
            ];
            foreach (var widget in all)
                html.Append(await renderer.RenderAsync(client.GetBusiness(BusinessType.Venue, "lounge"), widget, request));
        }

        return html.ToString();
    }
}
