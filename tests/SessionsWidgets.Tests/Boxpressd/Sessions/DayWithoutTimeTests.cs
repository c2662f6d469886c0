using System.Text.RegularExpressions;
using SessionsWidgets.TestSupport;

namespace SessionsWidgets.Tests.Boxpressd;

/// <summary>A day without a time is that day, whatever the zone.</summary>
public sealed class DayWithoutTimeTests : IDisposable
{
    private readonly ManualClock _clock = new(new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.Zero));
    private readonly List<IDisposable> _owned = [];

    public static TheoryData<string> Zones =>
    [
        "America/New_York", "Pacific/Honolulu", "Etc/GMT+12", "UTC", "Europe/Berlin", "Asia/Beirut", "Pacific/Auckland",
        "Pacific/Kiritimati",
    ];

    public void Dispose() => _owned.ForEach(o => o.Dispose());

    [Theory]
    [MemberData(nameof(Zones))]
    public async Task RenderAsync_CreatedOnADay_ShowsThatDay(string zone)
    {
        foreach (var widget in (Widget[])[new RecentSmokes(), new SessionCard(), new LoungeActivity()])
        {
            var expected = await DateOfAsync("UTC", "2026-11-21T12:00:00Z", widget);
            expected.ShouldContain("21");
            (await DateOfAsync(zone, "2026-11-21", widget)).ShouldBe(expected);
        }
    }

    [Theory]
    [MemberData(nameof(Zones))]
    public async Task GetSessionsAsync_DaysAndTimes_AreOfTheZoneAndNewestFirst(string zone)
    {
        var (lounge, _) = Lounge(zone, Sessions.Page(
            Sessions.Item("day", "2026-11-21", "\"startedAt\":\"2026-11-20\",\"endedAt\":\"2026-11-22\""),
            Sessions.Item("hour before", $"{new DateTimeOffset(LocalStart(zone).UtcDateTime.AddHours(-1)):yyyy-MM-ddTHH:mm:ssZ}"),
            Sessions.Item("hour after", $"{new DateTimeOffset(LocalStart(zone).UtcDateTime.AddHours(1)):yyyy-MM-ddTHH:mm:ssZ}")));
        var sessions = (await lounge.GetSessionsAsync()).Sessions;
        sessions.Select(s => s.Id).ShouldBe(["hour after", "day", "hour before"]);
        var day = sessions[1];
        Of(day.CreatedAt).ShouldBe(new DateOnly(2026, 11, 21));
        Of(day.StartedAt).ShouldBe(new DateOnly(2026, 11, 20));
        Of(day.EndedAt).ShouldBe(new DateOnly(2026, 11, 22));
        day.Duration.ShouldBeNull("two days are no duration");

        DateOnly Of(DateTimeOffset? time) => LocalDay.Of(time!.Value, lounge.TimeZone);
    }

    [Fact]
    public async Task GetSessionsAsync_StartedOnADay_IsNotInProgress()
    {
        var (lounge, _) = Lounge("UTC", Sessions.Page(Sessions.Item("a", "2026-11-23", "\"startedAt\":\"2026-11-23\"")));
        var session = (await lounge.GetSessionsAsync()).Sessions[0];
        session.IsInProgress(new DateTimeOffset(2026, 11, 23, 1, 0, 0, TimeSpan.Zero)).ShouldBeFalse();
    }

    [Fact]
    public async Task GetSessionsAsync_ZonesOfOneResponse_EachGetTheirDay()
    {
        var upstream = new StubHandler(Sessions.Page(Sessions.Item("a", "2026-11-21")));
        using var client = new SessionsClient(new SessionsClientOptions
        {
            ApiBaseUrl = new Uri("https://api.example.com"), HttpHandler = upstream, TimeProvider = _clock, WaitingClock = _clock,
        });
        foreach (var zone in (string[])["America/New_York", "Pacific/Auckland", "UTC"])
        {
            var lounge = client.GetBusiness(new BusinessOptions { BusinessId = "lounge", TimeZone = zone });
            var created = (await lounge.GetSessionsAsync()).Sessions[0].CreatedAt!.Value;
            TimeZoneInfo.ConvertTime(created, lounge.TimeZone).DateTime.ShouldBe(new DateTime(2026, 11, 21));
        }

        upstream.Requests.ShouldBe(1);
    }

    [Theory]
    [MemberData(nameof(Zones))]
    public async Task GuestSessions_StartedOnADay_AreThatDay(string zone)
    {
        var (lounge, widgets) = Lounge(zone, Guests.Page([Guests.Item("a", start: "2026-11-21", end: "2026-11-22", duration: "?")]));
        var session = (await lounge.GuestWifi!.GetSessionsAsync()).Sessions[0];
        LocalDay.Of(session.StartedAt!.Value, lounge.TimeZone).ShouldBe(new DateOnly(2026, 11, 21));
        LocalDay.Of(session.EndedAt!.Value, lounge.TimeZone).ShouldBe(new DateOnly(2026, 11, 22));
        session.Duration.ShouldBeNull();
        var html = (await widgets.RenderAsync(lounge, new GuestSessionTable { Dates = DateStyle.Absolute })).ToString();
        Date(html[html.IndexOf("<tbody", StringComparison.Ordinal)..]).ShouldContain("21");
    }

    private static string Date(string html) =>
        Regex.Match(html, "<time[^>]*>(?<date>[^<]*)<", RegexOptions.NonBacktracking).Groups["date"].Value;

    private async Task<string> DateOfAsync(string zone, string createdAt, Widget widget)
    {
        var (lounge, widgets) = Lounge(zone, Sessions.Page(Sessions.Item("a", createdAt)));
        return Date((await widgets.RenderAsync(lounge, widget with { Dates = DateStyle.Absolute })).ToString());
    }

    private static DateTimeOffset LocalStart(string zone) =>
        LocalDay.StartOf(new DateOnly(2026, 11, 21), TimeZoneInfo.FindSystemTimeZoneById(zone));

    private (BusinessContext Lounge, WidgetRenderer Widgets) Lounge(string zone, string json)
    {
        var client = new SessionsClient(new SessionsClientOptions
        {
            ApiBaseUrl = new Uri("https://api.example.com"), HttpHandler = new StubHandler(json),
            TimeProvider = _clock, WaitingClock = _clock, TimeZone = zone,
            GuestWifi = new GuestWifiOptions { ApiBaseUrl = new Uri("https://wifi.example.com") },
        });
        _owned.Add(client);
        return (client.GetBusiness(BusinessType.Venue, "lounge"), new WidgetRenderer(client));
    }
}
