using System.Net;
using System.Net.Http;
using Microsoft.Extensions.Caching.Distributed;
using SessionsWidgets.TestSupport;

namespace SessionsWidgets.Tests.Caching;

/// <summary>"Since 7 days ago" is requested with another day after midnight, in New York, and stays the same cached query.</summary>
public sealed class DayQueryTests : IDisposable
{
    private static readonly RecentSmokes LastWeek = new() { Limit = 5, From = Day.Ago(7) };
    private static readonly TimeSpan UntilMidnight = TimeSpan.FromHours(4.5);

    private readonly ManualClock _clock = new();
    private readonly List<string> _asked = [];
    private readonly List<SessionsClient> _clients = [];
    private readonly StubHandler _upstream;
    private bool _isDown;
    private string? _tag;

    public DayQueryTests() => _upstream = new StubHandler((request, _) =>
    {
        _asked.Add($"{request.RequestUri!.Query} {request.Headers.IfNoneMatch}".TrimEnd());
        var response = _isDown
            ? StubHandler.Json("{}", HttpStatusCode.InternalServerError)
            : StubHandler.Json(Sessions.Page(Sessions.Item($"response-{_asked.Count}")));
        if (_tag is not null) response.Headers.TryAddWithoutValidation("ETag", _tag);
        return Task.FromResult(response);
    });

    public void Dispose() => _clients.ForEach(c => c.Dispose());

    [Fact]
    public async Task RenderAsync_UpstreamIsDownAfterMidnight_ShowsYesterdaysResult()
    {
        var client = Client();
        await RenderAsync(client);
        _isDown = true;
        _clock.Advance(UntilMidnight + TimeSpan.FromHours(3));
        var fragment = await RenderAsync(client);
        fragment.Origin.ShouldBe(FragmentOrigin.Stale);
        _asked.ShouldBe(["?limit=5&from=2026-07-11", "?limit=5&from=2026-07-12"]);
    }

    [Fact]
    public async Task RenderAsync_AMomentAfterMidnight_IsNoLongerFreshAndAsksForTheNewDay()
    {
        _clock.Advance(UntilMidnight - TimeSpan.FromSeconds(30));
        var client = Client();
        var fragment = await RenderAsync(client);
        fragment.Origin.ShouldBe(FragmentOrigin.Fresh);
        fragment.FreshUntil.ShouldBe(_clock.GetUtcNow() + TimeSpan.FromSeconds(30));
        _clock.Advance(TimeSpan.FromSeconds(29));
        (await RenderAsync(client)).Origin.ShouldBe(FragmentOrigin.Fresh);
        _asked.Count.ShouldBe(1);
        _clock.Advance(TimeSpan.FromSeconds(1));
        (await RenderAsync(client)).Origin.ShouldBe(FragmentOrigin.Stale);
        await Eventually.BeTrueAsync(async () => (await RenderAsync(client)).Origin == FragmentOrigin.Fresh, () => "it is fetched behind");
        _asked.ShouldBe(["?limit=5&from=2026-07-11", "?limit=5&from=2026-07-12"]);
    }

    [Fact]
    public async Task RenderAsync_AfterMidnight_DoesNotSendTheValidatorsOfYesterdaysAddress()
    {
        _tag = "\"v1\"";
        var client = Client();
        await RenderAsync(client);
        _clock.Advance(TimeSpan.FromHours(1));
        await RenderAsync(client);
        _clock.Advance(UntilMidnight);
        await RenderAsync(client);
        _asked.ShouldBe(["?limit=5&from=2026-07-11", "?limit=5&from=2026-07-11 \"v1\"", "?limit=5&from=2026-07-12"]);
    }

    [Fact]
    public async Task RenderAsync_AnotherServerAfterMidnight_HasYesterdaysResultAsTheLastGoodOne()
    {
        var store = new SharedStore();
        await using (var first = Client(store)) await RenderAsync(first);
        _isDown = true;
        _clock.Advance(UntilMidnight);
        var fragment = await RenderAsync(Client(store));
        fragment.Origin.ShouldBe(FragmentOrigin.Stale);
        fragment.ToString().ShouldContain("Jo Example");
    }

    [Fact]
    public async Task RenderAsync_AnotherServerBeforeMidnight_HasItFreshUntilMidnightOnly()
    {
        _clock.Advance(UntilMidnight - TimeSpan.FromSeconds(30));
        var store = new SharedStore();
        await using (var first = Client(store)) await RenderAsync(first);
        var fragment = await RenderAsync(Client(store));
        fragment.Origin.ShouldBe(FragmentOrigin.Fresh);
        fragment.FreshUntil.ShouldBe(_clock.GetUtcNow() + TimeSpan.FromSeconds(30));
        _asked.Count.ShouldBe(1);
    }

    [Fact]
    public async Task RenderAsync_TheNightWithoutAMidnight_EndsTheDayAllTheSame()
    {
        // In Beirut, clocks go from 23:59:59 to 01:00.
        var clock = new ManualClock(new DateTimeOffset(2026, 3, 28, 21, 30, 0, TimeSpan.Zero));
        using var client = new SessionsClient(new SessionsClientOptions
        {
            ApiBaseUrl = new Uri("https://api.example.com"), HttpHandler = _upstream,
            TimeProvider = clock, WaitingClock = clock, TimeZone = "Asia/Beirut",
            Cache = new CachePolicy { FreshFor = TimeSpan.FromDays(1) },
        });
        (await RenderAsync(client)).FreshUntil.ShouldBe(new DateTimeOffset(2026, 3, 28, 22, 0, 0, TimeSpan.Zero));
        _asked.ShouldBe(["?limit=5&from=2026-03-21"]);
    }

    private SessionsClient Client(IDistributedCache? store = null)
    {
        var client = new SessionsClient(new SessionsClientOptions
        {
            ApiBaseUrl = new Uri("https://api.example.com"),
            HttpHandler = _upstream,
            TimeProvider = _clock,
            WaitingClock = _clock,
            TimeZone = "America/New_York",
            DistributedCache = store,
        });
        _clients.Add(client);
        return client;
    }

    private static async Task<HtmlFragment> RenderAsync(SessionsClient client) =>
        await new WidgetRenderer(client)
            .RenderAsync(client.GetBusiness(BusinessType.Venue, "lounge"), LastWeek with { Dates = DateStyle.Absolute });
}
