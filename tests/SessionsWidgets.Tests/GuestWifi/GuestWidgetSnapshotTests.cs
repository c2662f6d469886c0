using System.Net;
using SessionsWidgets.TestSupport;
using SessionsWidgets.Tests.Templates;

namespace SessionsWidgets.Tests.GuestWifi;

/// <summary>What the templates of the guest Wi-Fi make of typical data, byte for byte, and that it is sound HTML.</summary>
public class GuestWidgetSnapshotTests
{
    private const string Hostile = "\\\"><img src=x onerror=alert(1)>{{ 7 | times: 7 }}&amp;'";

    private static readonly GuestFields Everything = GuestFields.Guest | GuestFields.Mac | GuestFields.Ip | GuestFields.AccessCode;

    private static readonly Dictionary<string, (Widget Widget, Action<GuestWifiStub> Serve)> Widgets = new(StringComparer.Ordinal)
    {
        ["guests-online"] = (new GuestsOnline { AllUrl = "/wifi" }, Count(1204)),
        ["guests-online-few"] = (new GuestsOnline(), Count(2)),
        ["guests-online-empty"] = (new GuestsOnline(), Count(0)),
        ["guests-online-absolute-fr"] = (new GuestsOnline { Language = "fr", Dates = DateStyle.Absolute }, Count(14)),
        ["guests-online-rtl"] = (new GuestsOnline { Language = "ar", Heading = "" }, Count(14)),
        ["guest-visits"] = (new SessionsWidgets.GuestVisits(), Days(120, 98, 75, 75, 40, 20, 2)),
        ["guest-visits-empty"] = (new SessionsWidgets.GuestVisits { Days = 2 }, Days(0, 0)),
        ["guest-visits-rtl"] = (new SessionsWidgets.GuestVisits { Days = 3, Language = "ar", Sample = 0 }, Days(30, 20, 0)),
        ["guest-visits-de"] = (new SessionsWidgets.GuestVisits { Days = 3, Language = "de" }, Days(30, 20, 0)),
        ["wifi-time"] = (new WifiTime(), api => api.Answer = _ => StubHandler.Json(Guests.Duration(Guests.Ip, 5042))),
        ["wifi-time-short-es"] =
            (new WifiTime { Language = "es" }, api => api.Answer = _ => StubHandler.Json(Guests.Duration(Guests.Ip, 30))),
        ["wifi-time-empty"] = (new WifiTime(), api => api.Answer = _ => GuestWifiStub.Status(HttpStatusCode.NotFound)),
        ["guest-sessions"] = (
            new GuestSessionTable { PageUrl = "/staff?page={page}", Page = 2, Limit = 2 },
            List(Guests.Item("a"), Guests.Item("b", end: null, duration: "31:12:05"))),
        ["guest-sessions-sparse"] = (new GuestSessionTable(), List("""{"id":"a"}""", """{"start_time":"2026-07-18T20:00:00+00:00"}""")),
        ["guest-sessions-empty"] = (new GuestSessionTable(), List()),
        ["guest-sessions-hostile"] = (
            new GuestSessionTable(),
            List($$"""
                {"id":"a","location_name":"{{Hostile}}","guest_device_mac":"{{Hostile}}","guest_device_ip":"{{Hostile}}",
                 "access_code":"{{Hostile}}","guest_id":"{{Hostile}}","start_time":"2026-07-18T20:00:00+00:00"}
                """)),
        ["guest-sessions-rtl"] = (new GuestSessionTable { Language = "ar" }, List(Guests.Item("a"))),
        ["lounge-activity"] = (
            new LoungeActivity { CigarUrl = "/cigars/{id}" },
            api => { api.AnswerSessions = _ => StubHandler.Json(TemplateCase.Full); Count(14)(api); }),
        ["lounge-activity-absolute-de"] = (
            new LoungeActivity { Language = "de", Dates = DateStyle.Absolute, ShowAvatars = false },
            api => { api.AnswerSessions = _ => StubHandler.Json(TemplateCase.Full); Count(2)(api); }),
        ["lounge-activity-empty"] =
            (new LoungeActivity(), api => { api.AnswerSessions = _ => StubHandler.Json(TemplateCase.Empty); Count(0)(api); }),
        ["lounge-activity-without-guests"] = (
            new LoungeActivity { Limit = 1 },
            api =>
            {
                api.AnswerSessions = _ => StubHandler.Json(TemplateCase.Full);
                api.Answer = _ => GuestWifiStub.Status(HttpStatusCode.InternalServerError);
            }),
        ["lounge-activity-without-smokes"] = (
            new LoungeActivity(),
            api => { api.AnswerSessions = _ => GuestWifiStub.Status(HttpStatusCode.InternalServerError); Count(14)(api); }),
        ["lounge-activity-rtl"] = (
            new LoungeActivity { Language = "ar", Limit = 2 },
            api => { api.AnswerSessions = _ => StubHandler.Json(TemplateCase.Full); Count(14)(api); }),
    };

    public static TheoryData<string> Cases => [.. Widgets.Keys];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Render(string name)
    {
        var (widget, serve) = Widgets[name];
        using var lounge = new Lounge(wifi => wifi with { RevealToStaff = Everything, PseudonymKey = "pepper" });
        serve(lounge.Api);
        var html = (await lounge.RenderAsync(widget, Guests.Ip)).ToString();
        var body = TemplateCase.Parse(html);
        body.Children.ShouldHaveSingleItem().LocalName.ShouldBe("section");
        body.QuerySelectorAll("script, style, [style], [onclick], [onerror]").ShouldBeEmpty();
        body.QuerySelectorAll("[id]").Select(e => e.Id).ShouldBeUnique();
        foreach (var canary in Guests.Canaries) html.ShouldNotContain(canary);
        Snapshot.Verify(html, name);
    }

    [Theory]
    [InlineData("guests-online")]
    [InlineData("guest-visits")]
    [InlineData("lounge-activity")]
    [InlineData("guest-sessions")]
    public async Task Render_NothingResponds_GivesTheQuietNotice(string name)
    {
        using var lounge = new Lounge();
        lounge.Api.Answer = lounge.Api.AnswerSessions = _ => GuestWifiStub.Status(HttpStatusCode.InternalServerError);
        var fragment = await lounge.RenderAsync(WidgetCatalog.BuiltIn.Get(name).Parse([]));
        fragment.Origin.ShouldBe(FragmentOrigin.Fallback);
        fragment.Error.ShouldBeOfType<ApiException>();
        fragment.ToString().ShouldContain("sw-fallback");
        // The notice is as large as what it stands for.
        fragment.ToString().Contains("sw-panel-small", StringComparison.Ordinal).ShouldBe(name != "guest-sessions");
    }

    [Fact]
    public async Task Render_WithoutGuestWifi_SaysWhatToSet()
    {
        using var lounge = new Lounge();
        await using var client =
            new SessionsClient(new SessionsClientOptions { ApiBaseUrl = new Uri("https://api.example.com"), HttpHandler = lounge.Api });
        var business = client.GetBusiness(BusinessType.Venue, "stogies-chapin");
        var e = await Should.ThrowAsync<ParameterException>(async () => await lounge.Renderer.RenderAsync(business, new GuestsOnline()));
        e.Message.ShouldContain("AccessToken and LocationId");
        // The smokes' half needs none.
        (await lounge.Renderer.RenderAsync(business, new LoungeActivity())).Origin.ShouldBe(FragmentOrigin.Fresh);
    }

    [Fact]
    public async Task Visits_FewOfAnyNumber_LookTheSame()
    {
        string[] html = new string[2];
        for (var few = 1; few <= 2; few++)
        {
            using var lounge = new Lounge();
            Days(40 + few, 10 + few, few)(lounge.Api);
            html[few - 1] = (await lounge.RenderAsync(new SessionsWidgets.GuestVisits { Days = 3, Sample = 0 })).ToString();
        }

        html[0].ShouldBe(html[1]);
        html[0].ShouldContain(">few<");
    }

    [Theory]
    [InlineData("172.31.1.2", 1)]
    [InlineData("::ffff:172.31.1.2", 1)]
    [InlineData("10.1.1.5", 0)]
    [InlineData("203.0.113.9", 0)]
    [InlineData(null, 0)]
    public async Task WifiTime_VisitorOutsideTheNetworks_IsNotAskedAbout(string? visitor, int requests)
    {
        using var lounge = new Lounge();
        lounge.Api.Answer = request => StubHandler.Json(Guests.Duration(request.RequestUri!.Segments[^1], 60));
        var fragment = await lounge.RenderAsync(new WifiTime(), visitor);
        fragment.IsEmpty.ShouldBe(requests == 0);
        lounge.Api.Asked.Count.ShouldBe(requests);
    }

    [Theory]
    [InlineData("guests-online", 1)]
    [InlineData("guest-visits", 8)]
    [InlineData("lounge-activity", 2)]
    [InlineData("wifi-time", 1)]
    [InlineData("guest-sessions", 1)]
    public async Task AnyWidget_FirstRendering_MakesAsManyRequestsAsItsPageSays(string name, int requests)
    {
        using var lounge = new Lounge(now: new DateTimeOffset(2026, 7, 18, 20, 0, 0, TimeSpan.Zero));
        await lounge.RenderAsync(WidgetCatalog.BuiltIn.Get(name).Parse([]), Guests.Ip);
        lounge.Api.Asked.Count.ShouldBe(requests);
    }

    [Fact]
    public async Task Visits_EveningWhereTheApisTomorrowHasBegun_CountsItToNoDay()
    {
        // 19 July in UTC, 18 July in New York.
        using var lounge = new Lounge(now: new DateTimeOffset(2026, 7, 19, 1, 0, 0, TimeSpan.Zero));
        lounge.Api.Answer = request =>
            StubHandler.Json(
                Guests.Count(
                    request.RequestUri!.Query.Contains("2026-07-19", StringComparison.Ordinal)
                        ? 5
                        : request.RequestUri.Query.Contains("2026-07-18", StringComparison.Ordinal) ? 25 : 65));
        var html = (await lounge.RenderAsync(new SessionsWidgets.GuestVisits { Days = 2, Sample = 0 })).ToString();
        string[] days = html.Split("<li");
        days[1].ShouldContain("datetime=\"2026-07-17\"");
        days[1].ShouldContain("Visits: </span>40</span>");
        days[2].ShouldContain("datetime=\"2026-07-18\"");
        days[2].ShouldContain("Visits: </span>20</span>");
    }

    private static Action<GuestWifiStub> Count(long count) => api => api.Answer = _ => StubHandler.Json(Guests.Count(count));

    private static Action<GuestWifiStub> List(params string[] items) =>
        api => api.Answer = _ => StubHandler.Json(Guests.Page(items, items.Length == 2 ? "/sessions?page=3" : null));

    /// <summary>How many came on each day or later, the earliest first; the last day is today.</summary>
    private static Action<GuestWifiStub> Days(params long[] since) => api => api.Answer = request =>
    {
        if (request.RequestUri!.AbsolutePath != "/sessions/count")
            return StubHandler.Json(Guests.Page(Enumerable.Range(0, 3).Select(i => Guests.Item($"s{i}", duration: "01:12:00"))));
        var day = DateOnly.ParseExact(
            request.RequestUri.Query.Split("start_time=")[1].Split('&')[0],
            "yyyy-MM-dd",
            System.Globalization.CultureInfo.InvariantCulture);
        return StubHandler.Json(Guests.Count(since[since.Length - 1 - (new DateOnly(2026, 7, 18).DayNumber - day.DayNumber)]));
    };
}
