using System.Globalization;
using System.Net;
using System.Web;
using SessionsWidgets.TestSupport;

namespace SessionsWidgets.Tests.GuestWifi;

public sealed class GuestWifiContextTests : IDisposable
{
    private const string Root = "https://wifi.example.com";

    private readonly Lounge _lounge = new();

    public void Dispose() => _lounge.Dispose();

    [Fact]
    public async Task GetSessions_MoreThanAPage_AsksAllPagesWithTheFiltersAndDropsDoubles()
    {
        // New guests shift the pages: the last of a page comes again as the first of the next.
        Serve(250, overlap: 1);
        var page = await _lounge.Wifi.GetSessionsAsync(new GuestSessionQuery { Limit = 1000, Online = false });
        page.Sessions.Count.ShouldBe(250);
        page.Sessions.Select(s => s.Id).ShouldBeUnique();
        page.Sessions.Select(s => s.StartedAt).ShouldBe(page.Sessions.Select(s => s.StartedAt).OrderDescending());
        (page.HasMore, page.IsPartial).ShouldBe((false, false));
        _lounge.Api.Asked.Count.ShouldBe(3);
        foreach (var uri in _lounge.Api.Asked) uri.Query.ShouldStartWith("?location_id=loc1&online=false&per_page=100");
    }

    [Fact]
    public async Task GetSessions_Limit_EndsPagingAndReportsMore()
    {
        Serve(250);
        var page = await _lounge.Wifi.GetSessionsAsync(new GuestSessionQuery { Limit = 150 });
        (page.Sessions.Count, page.HasMore).ShouldBe((150, true));
        _lounge.Api.Asked.Count.ShouldBe(2);
    }

    [Fact]
    public async Task GetSessions_EndlessPages_StopAtTheCap()
    {
        var number = 0;
        _lounge.Api.Answer = request =>
            StubHandler.Json(Guests.Page([Guests.Item($"a{number++}")], $"{Root}/sessions?page={PageOf(request.RequestUri!) + 1}"));
        await _lounge.Wifi.GetSessionsAsync(new GuestSessionQuery { Limit = 1000 });
        _lounge.Api.Asked.Count.ShouldBe(10);
    }

    [Theory]
    [InlineData("https://wifi.example.com/sessions?page=1")]
    [InlineData("https://evil.example/sessions?page=2")]
    [InlineData("http://wifi.example.com/sessions?page=2")]
    [InlineData("nonsense")]
    public async Task GetSessions_NextLinkMakesNoSense_ShowsWhatThereIsAndCallsNothingElse(string next)
    {
        _lounge.Api.Answer = _ => StubHandler.Json(Guests.Page([Guests.Item("a"), Guests.Item("b")], next));
        var page = await _lounge.Wifi.GetSessionsAsync(new GuestSessionQuery { Limit = 500 });
        (page.Sessions.Count, page.IsPartial, page.HasMore).ShouldBe((2, true, false));
        _lounge.Api.Asked.ShouldHaveSingleItem();
        _lounge.Log.OwnEntries.ShouldContain(e => e.Contains("Paging is stopped", StringComparison.Ordinal));
    }

    [Fact]
    public async Task GetSessions_PlaceholderOfTheDocumentation_GoesOnByItsOwnAddresses()
    {
        Serve(150, link: "[[BaseUrl]]");
        (await _lounge.Wifi.GetSessionsAsync(new GuestSessionQuery { Limit = 500 })).Sessions.Count.ShouldBe(150);
        _lounge.Api.Asked[1].AbsoluteUri.ShouldBe($"{Root}/sessions?location_id=loc1&per_page=100&page=2");
    }

    [Fact]
    public async Task GetSessions_SamePageForEver_Stops()
    {
        _lounge.Api.Answer = request =>
            StubHandler.Json(Guests.Page([Guests.Item("a"), Guests.Item("b")], $"{Root}/sessions?page={PageOf(request.RequestUri!) + 1}"));
        var page = await _lounge.Wifi.GetSessionsAsync(new GuestSessionQuery { Limit = 500 });
        (page.Sessions.Count, page.IsPartial).ShouldBe((2, true));
        _lounge.Api.Asked.Count.ShouldBe(2);
    }

    [Fact]
    public async Task GetSessions_SameQuery_IsRequestedOnceAMinute()
    {
        for (var i = 0; i < 5; i++) await _lounge.Wifi.GetSessionsAsync();
        _lounge.Api.Asked.ShouldHaveSingleItem();
        _lounge.Clock.Advance(TimeSpan.FromMinutes(1));
        await _lounge.Wifi.GetSessionsAsync();
        _lounge.Api.Asked.Count.ShouldBe(2);
    }

    [Fact]
    public async Task GetSessions_OfOneGuest_IsNeverCached()
    {
        for (var i = 0; i < 3; i++) await _lounge.Wifi.GetSessionsAsync(new GuestSessionQuery { GuestId = "guest1" });
        _lounge.Api.Asked.Count.ShouldBe(3);
    }

    [Fact]
    public async Task CountSessions_UpstreamFails_GivesTheLastResultForFifteenMinutes()
    {
        (await _lounge.Wifi.CountSessionsAsync()).ShouldBe(14);
        _lounge.Api.Answer = _ => GuestWifiStub.Status(HttpStatusCode.InternalServerError);
        _lounge.Clock.Advance(TimeSpan.FromMinutes(15));
        (await _lounge.Wifi.CountSessionsAsync()).ShouldBe(14);
        _lounge.Clock.Advance(TimeSpan.FromMinutes(2));
        (await Should.ThrowAsync<ApiException>(() => _lounge.Wifi.CountSessionsAsync())).StatusCode.ShouldBe(
            HttpStatusCode.InternalServerError);
    }

    [Theory]
    [InlineData(HttpStatusCode.Unauthorized, "SessionsWidgets:GuestWifi:AccessToken")]
    [InlineData(HttpStatusCode.Forbidden, "SessionsWidgets:GuestWifi:LocationId")]
    public async Task CountSessions_AccessWithdrawn_ShowsNothingAnyMore(HttpStatusCode status, string remedy)
    {
        await _lounge.Wifi.CountSessionsAsync();
        _lounge.Api.Answer = _ => GuestWifiStub.Status(status);
        _lounge.Clock.Advance(TimeSpan.FromMinutes(1));
        (await Should.ThrowAsync<ApiException>(() => _lounge.Wifi.CountSessionsAsync())).Message.ShouldContain(remedy);
    }

    [Fact]
    public async Task CountSessions_429_StopsThatEndpointAlone()
    {
        _lounge.Api.Answer = request => request.RequestUri!.AbsolutePath == "/sessions/count"
            ? GuestWifiStub.Status(HttpStatusCode.TooManyRequests, "30")
            : StubHandler.Json(Guests.Page([]));
        (await Should.ThrowAsync<ApiException>(() => _lounge.Wifi.CountSessionsAsync())).RetryAfter.ShouldBe(TimeSpan.FromSeconds(30));
        // Another query to the same endpoint is short-circuited; the other endpoint goes on.
        await Should.ThrowAsync<ApiException>(() => _lounge.Wifi.CountSessionsAsync(new GuestSessionQuery { Online = true }));
        await _lounge.Wifi.GetSessionsAsync();
        _lounge.Api.Asked.Count(u => u.AbsolutePath == "/sessions/count").ShouldBe(1);

        _lounge.Api.Answer = _ => StubHandler.Json(Guests.Count(3));
        _lounge.Clock.Advance(TimeSpan.FromSeconds(31));
        (await _lounge.Wifi.CountSessionsAsync(new GuestSessionQuery { Online = false })).ShouldBe(3);
    }

    [Fact]
    public async Task GetDurations_OneAddress_ReadsTheObject()
    {
        _lounge.Api.Answer = _ => StubHandler.Json(Guests.Duration("10.1.1.5", 42));
        (await Durations("10.1.1.5")).ShouldBe([42]);
        _lounge.Api.Asked.ShouldHaveSingleItem().AbsolutePath.ShouldBe("/sessions/10.1.1.5");
    }

    [Fact]
    public async Task GetDurations_Several_ReadsTheListInTheirOrderAndAsksDoublesOnce()
    {
        _lounge.Api.Answer = _ => StubHandler.Json($"[{Guests.Duration("10.1.1.6", 2)},{Guests.Duration("10.1.1.5", 1)}]");
        (await Durations("10.1.1.5", "10.1.1.6", "10.1.1.7", "10.1.1.5")).ShouldBe([1, 2, null, 1]);
        _lounge.Api.Asked.ShouldHaveSingleItem().AbsolutePath.ShouldBe("/sessions/10.1.1.5,10.1.1.6,10.1.1.7");
    }

    [Theory]
    [InlineData("[{0}]")]
    [InlineData("{0}")]
    public async Task GetDurations_ListForAnObjectOrTheReverse_IsTaken(string shape)
    {
        _lounge.Api.Answer = _ => StubHandler.Json(shape.Replace("{0}", Guests.Duration("10.1.1.5", 42), StringComparison.Ordinal));
        (await Durations("10.1.1.5")).ShouldBe([42]);
        (await Durations("10.1.1.5", "10.1.1.6")).ShouldBe([42, null]);
    }

    [Fact]
    public async Task GetDurations_MoreThanAHundred_AreSplit()
    {
        _lounge.Api.Answer = request =>
            StubHandler.Json(
                $"[{string.Join(',', request.RequestUri!.Segments[^1].Split(',').Select(ip => Guests.Duration(ip, ip.Length)))}]");
        var addresses = Enumerable.Range(0, 250)
            .Select(i => string.Create(CultureInfo.InvariantCulture, $"10.1.{i / 200}.{i % 200}"))
            .ToArray();
        (await Durations(addresses)).ShouldBe(addresses.Select(a => (int?)a.Length));
        _lounge.Api.Asked.Select(u => u.Segments[^1].Split(',').Length).ShouldBe([100, 100, 50]);
    }

    [Fact]
    public async Task GetDurations_Ipv4InIpv6_IsAskedAsItself()
    {
        _lounge.Api.Answer = _ => StubHandler.Json(Guests.Duration("10.1.1.5", 42));
        (await Durations("::ffff:10.1.1.5")).ShouldBe([42]);
        _lounge.Api.Asked.ShouldHaveSingleItem().AbsolutePath.ShouldBe("/sessions/10.1.1.5");
    }

    [Fact]
    public async Task GetDurations_UnknownAddress_IsNobodys()
    {
        _lounge.Api.Answer = _ => GuestWifiStub.Status(HttpStatusCode.NotFound);
        (await _lounge.Wifi.GetDurationsAsync([IPAddress.Loopback]))[0].IsKnown.ShouldBeFalse();
    }

    [Fact]
    public async Task GetDurations_NoAddresses_AsksNothing()
    {
        (await _lounge.Wifi.GetDurationsAsync([])).ShouldBeEmpty();
        _lounge.Api.Asked.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Authorization", "Bearer", "Bearer wifi-token")]
    [InlineData("Authorization", "Token", "Token wifi-token")]
    [InlineData("X-Wifi-Token", "", "wifi-token")]
    public async Task AnyRequest_TokenAsConfigured_IsSent(string header, string scheme, string sent)
    {
        using var lounge = new Lounge(wifi => wifi with { TokenHeader = header, TokenScheme = scheme });
        await lounge.Wifi.CountSessionsAsync();
        lounge.Api.Headers.ShouldHaveSingleItem().ShouldBe(sent);
    }

    private async Task<IEnumerable<int?>> Durations(params string[] addresses) =>
        (await _lounge.Wifi.GetDurationsAsync(addresses.Select(IPAddress.Parse))).Select(d => (int?)d.Duration?.TotalSeconds);

    /// <summary>Serves so many sessions in pages, each of which begins with the last ones of the page before.</summary>
    private void Serve(int count, int overlap = 0, string link = Root) => _lounge.Api.Answer = request =>
    {
        var size = int.Parse(HttpUtility.ParseQueryString(request.RequestUri!.Query)["per_page"]!, CultureInfo.InvariantCulture);
        var page = PageOf(request.RequestUri);
        var first = ((page - 1) * size) - (page > 1 ? overlap : 0);
        var items = Enumerable.Range(first, Math.Max(0, Math.Min(size + (page > 1 ? overlap : 0), count - first)))
            .Select(
                i =>
                    Guests.Item(
                        $"id{i}",
                        start: new DateTimeOffset(2026, 7, 18, 20, 0, 0, TimeSpan.Zero)
                            .AddMinutes(-i)
                            .ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture)));
        return StubHandler.Json(Guests.Page(items, page * size < count ? $"{link}/sessions?page={page + 1}" : null));
    };

    private static int PageOf(Uri uri) => int.Parse(HttpUtility.ParseQueryString(uri.Query)["page"] ?? "1", CultureInfo.InvariantCulture);
}
