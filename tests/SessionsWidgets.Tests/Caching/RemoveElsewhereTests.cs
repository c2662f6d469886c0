using System.Net;
using System.Net.Http;
using SessionsWidgets.TestSupport;

namespace SessionsWidgets.Tests.Caching;

/// <summary>Removals on one server, seen by others that share its distributed cache.</summary>
public sealed class RemoveElsewhereTests : IDisposable
{
    private static readonly RecentSmokes Smokes = new() { Limit = 5 };
    private static readonly CigarCards Cards = new() { Sample = 7 };

    private readonly ManualClock _clock = new();
    private readonly SharedStore _store = new();
    private readonly List<SessionsClient> _clients = [];
    private readonly StubHandler _upstream;
    private string _text = "old";
    private bool _isDown;

    public RemoveElsewhereTests() => _upstream = new StubHandler((_, _) => Task.FromResult(_isDown
        ? StubHandler.Json("{}", HttpStatusCode.InternalServerError)
        : StubHandler.Json(Sessions.Page(Sessions.Item("one", more: $"\"note\":\"{_text}\",\"cigar\":{{\"name\":\"{_text}\"}}")))));

    public void Dispose() => _clients.ForEach(c => c.Dispose());

    [Theory]
    [InlineData("widget")]
    [InlineData("business")]
    [InlineData("everything")]
    public async Task RemoveAsync_UpstreamIsDownLater_NoServerShowsWhatWasRemoved(string what)
    {
        var (here, there) = await BothHaveItAsync();
        await RemoveAsync(here, what);
        _isDown = true;
        (await ShowAsync(here)).ShouldNotContain("old");
        // There it is still fresh: nobody looks.
        (await ShowAsync(there)).ShouldContain("old");
        _clock.Advance(new CachePolicy().FreshFor);
        await ShowAsync(there);
        await Eventually.BeTrueAsync(
            async () => !(await ShowAsync(there)).Contains("old", StringComparison.Ordinal), () => "the other server has looked");
        (await ShowAsync(Server())).ShouldNotContain("old");
    }

    [Theory]
    [InlineData("widget")]
    [InlineData("business")]
    [InlineData("everything")]
    public async Task RemoveAsync_OtherServerComesBackLater_AsksUpstreamAndNotTheDistributedCache(string what)
    {
        var (here, _) = await BothHaveItAsync();
        await RemoveAsync(here, what);
        _text = "new";
        (await ShowAsync(Server())).ShouldContain("new");
        (await ShowAsync(Server())).ShouldContain("new");
        _upstream.Requests.ShouldBe(2);
        (await ShowAsync(here)).ShouldContain("new");
    }

    [Theory]
    [InlineData("widget")]
    [InlineData("other business")]
    public async Task RemoveAsync_OfSomethingElse_LeavesTheLastGoodResult(string what)
    {
        var (here, there) = await BothHaveItAsync(Cards);
        await (
            what == "widget"
                ? new WidgetRenderer(here).RemoveAsync(Lounge(here), Smokes)
                : here.RemoveAsync(here.GetBusiness(BusinessType.Brand, "lounge")));
        _isDown = true;
        _clock.Advance(TimeSpan.FromHours(1));
        (await ShowAsync(there, Cards)).ShouldContain("old");
        (await ShowAsync(Server(), Cards)).ShouldContain("old");
    }

    [Fact]
    public async Task RemoveAsync_FetchElsewhereIsUnderWay_WhatItStoresIsNotTakenUp()
    {
        var response = new TaskCompletionSource<HttpResponseMessage>();
        var held = new StubHandler((_, _) => response.Task);
        var there = Server(held);
        var showing = new WidgetRenderer(there).RenderAsync(Lounge(there), Smokes);
        await Eventually.BeTrueAsync(() => held.Requests == 1, () => "it is under way");
        var here = Server();
        await here.RemoveAsync(Lounge(here));
        response.SetResult(StubHandler.Json(Sessions.Page(Sessions.Item("one", more: "\"note\":\"old\""))));
        (await showing).ToString().ShouldContain("old");
        await there.DisposeAsync();
        _text = "new";
        (await ShowAsync(here)).ShouldContain("new");
    }

    [Fact]
    public async Task RemoveAsync_DistributedCacheIsDown_IsPublishedWhenItIsBack()
    {
        var (here, there) = await BothHaveItAsync();
        _store.IsAway = true;
        await here.RemoveAsync(Lounge(here));
        _store.IsAway = false;
        _clock.Advance(TimeSpan.FromSeconds(30));
        _isDown = true;
        (await ShowAsync(here)).ShouldNotContain("old");
        _clock.Advance(TimeSpan.FromMinutes(20));
        (await ShowAsync(there)).ShouldNotContain("old");
    }

    [Fact]
    public async Task RemoveAsync_ADayLater_DoesNotCostTheLastGoodResult()
    {
        var here = Server();
        await here.RemoveAsync(Lounge(here));
        _clock.Advance(TimeSpan.FromHours(23));
        await ShowAsync(here);
        _isDown = true;
        // The marker has expired, and the response is younger than it.
        _clock.Advance(TimeSpan.FromHours(2));
        foreach (var mark in _store.Written.Where(w => w.Key.EndsWith(":removed", StringComparison.Ordinal))) _store.Remove(mark.Key);
        (await ShowAsync(here)).ShouldContain("old");
    }

    private async Task<(SessionsClient Here, SessionsClient There)> BothHaveItAsync(Widget? also = null)
    {
        var (here, there) = (Server(), Server());
        foreach (var widget in (Widget[])[Smokes, also ?? Smokes])
        {
            (await ShowAsync(here, widget)).ShouldContain("old");
            (await ShowAsync(there, widget)).ShouldContain("old");
        }

        return (here, there);
    }

    private static async Task RemoveAsync(SessionsClient client, string what)
    {
        if (what == "widget") await new WidgetRenderer(client).RemoveAsync(Lounge(client), Smokes);
        else if (what == "business") await client.RemoveAsync(Lounge(client));
        else await client.RemoveAllAsync();
    }

    private static BusinessContext Lounge(SessionsClient client) => client.GetBusiness(BusinessType.Venue, "lounge");

    private static async Task<string> ShowAsync(SessionsClient client, Widget? widget = null)
    {
        var fragment = await new WidgetRenderer(client).RenderAsync(Lounge(client), widget ?? Smokes);
        // What was fetched is stored behind, and the lease ends with that; the clock stands, so nobody would see its end.
        await Eventually.BeTrueAsync(() => client.FetchesUnderWay == 0, () => "all is stored");
        return fragment.ToString();
    }

    private SessionsClient Server(StubHandler? upstream = null)
    {
        var client = new SessionsClient(new SessionsClientOptions
        {
            ApiBaseUrl = new Uri("https://api.example.com"),
            HttpHandler = upstream ?? _upstream,
            TimeProvider = _clock,
            WaitingClock = _clock,
            DistributedCache = _store,
        });
        _clients.Add(client);
        return client;
    }
}
