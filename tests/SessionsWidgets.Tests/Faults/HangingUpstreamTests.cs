using System.Net;
using SessionsWidgets.TestSupport;

namespace SessionsWidgets.Tests.Faults;

/// <summary>An upstream that never responds: the first pages wait for it, and nobody after them until the next try.</summary>
public sealed class HangingUpstreamTests : IAsyncDisposable
{
    private static readonly TimeSpan LongestBackoff = TimeSpan.FromSeconds(6);

    private readonly ManualClock _clock = new();
    private readonly CachePolicy _policy = new();
    private readonly RecordingLogger _log = new();
    private readonly StubHandler _upstream;
    private readonly SessionsClient _client;
    private readonly WidgetRenderer _renderer;
    private bool _hangs = true;

    public HangingUpstreamTests()
    {
        _upstream = new StubHandler(async (request, cancellationToken) =>
        {
            if (Volatile.Read(ref _hangs)) await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
            var path = request.RequestUri!.AbsolutePath;
            return StubHandler.Json(
                path.EndsWith("/count", StringComparison.Ordinal) ? Guests.Count(411)
                : path.Contains("/wifi/sessions/", StringComparison.Ordinal) ? Guests.Duration(request.RequestUri.Segments[^1], 1020)
                : Sessions.Page(Sessions.Item("one")));
        });
        _client = new SessionsClient(new SessionsClientOptions
        {
            ApiBaseUrl = new Uri("https://api.example.com"),
            GuestWifi = new GuestWifiOptions { ApiBaseUrl = new Uri("https://api.example.com/wifi"), ClientNetworks = ["10.0.0.0/8"] },
            HttpHandler = _upstream,
            TimeProvider = _clock,
            WaitingClock = _clock,
            LoggerFactory = _log,
        });
        _renderer = new WidgetRenderer(_client);
    }

    public static TheoryData<string> Widgets => ["recent-smokes", "cigar-cards", "guests-online", "guest-visits", "wifi-time"];

    /// <summary>Without what is logged when the clock advances before a canceled request has ended.</summary>
    private IEnumerable<string> Events => _log.Events.Where(e => e != "upstream.abandoned");

    public async ValueTask DisposeAsync() => await _client.DisposeAsync();

    [Theory]
    [MemberData(nameof(Widgets))]
    public async Task RenderAsync_ColdAndHanging_OnlyTheFirstPagesWait(string widget)
    {
        await GiveUpAsync(widget, _policy.PageBudget);
        for (var visitor = 1; visitor <= 20; visitor++) await AtOnceAsync(widget, visitor);
        _upstream.Requests.ShouldBe(1);

        await FailAsync();
        for (var visitor = 1; visitor <= 20; visitor++) await AtOnceAsync(widget, visitor);
        _upstream.Requests.ShouldBe(1);
        Events.ShouldBe(["upstream.timeout"]);
    }

    [Theory]
    [MemberData(nameof(Widgets))]
    public async Task RenderAsync_NextTryHangsToo_IsOneRequest(string widget)
    {
        await GiveUpAsync(widget, _policy.PageBudget);
        await FailAsync();
        _clock.Advance(LongestBackoff);
        await GiveUpAsync(widget, _policy.PageBudget, visitor: 2);
        for (var visitor = 1; visitor <= 20; visitor++) await AtOnceAsync(widget, visitor);
        _upstream.Requests.ShouldBe(2);
    }

    [Theory]
    [MemberData(nameof(Widgets))]
    public async Task RenderAsync_UpstreamRecovers_ShowsTheWidgetToEveryVisitor(string widget)
    {
        await GiveUpAsync(widget, _policy.PageBudget);
        await FailAsync();
        Volatile.Write(ref _hangs, false);
        _clock.Advance(LongestBackoff);
        for (var visitor = 1; visitor <= 3; visitor++)
            (await RenderAsync(widget, visitor)).Origin.ShouldBe(FragmentOrigin.Fresh);
        Events.ShouldBe(["upstream.timeout", "upstream.recovered"]);
        _client.GetOutages().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("recent-smokes")]
    [InlineData("cigar-cards")]
    [InlineData("guests-online")]
    public async Task RenderAsync_StaleAndHanging_OnlyTheFirstPagesWait(string widget)
    {
        Volatile.Write(ref _hangs, false);
        (await RenderAsync(widget, 1)).Origin.ShouldBe(FragmentOrigin.Fresh);
        Volatile.Write(ref _hangs, true);
        _clock.Advance(_policy.FreshFor + _policy.StaleWhileRevalidate);
        await GiveUpAsync(widget, _policy.SoftTimeout, expected: FragmentOrigin.Stale);
        for (var visitor = 1; visitor <= 20; visitor++) await AtOnceAsync(widget, visitor, FragmentOrigin.Stale);
        _upstream.Requests.ShouldBe(2);
    }

    /// <summary>The widgets of a page share its wait: for the last ones nothing may be left.</summary>
    [Theory]
    [MemberData(nameof(Widgets))]
    public async Task RenderAsync_AfterAPageWithNoWaitLeft_DoesNotWait(string widget)
    {
        (await RenderAsync(widget, 1, maxWait: TimeSpan.Zero)).Origin.ShouldBe(FragmentOrigin.Fallback);
        await Eventually.BeTrueAsync(() => _upstream.Requests == 1, () => "it is requested");
        for (var visitor = 1; visitor <= 20; visitor++) await AtOnceAsync(widget, visitor);
        _upstream.Requests.ShouldBe(1);
    }

    [Fact]
    public async Task RenderAsync_ManyGuestsFailTogether_IsOneFailure()
    {
        var pages = Enumerable.Range(1, 30).Select(visitor => RenderAsync("wifi-time", visitor)).ToArray();
        await Eventually.BeTrueAsync(() => _upstream.Requests == 30, () => "all are requested");
        _clock.Advance(_policy.PageBudget);
        await Task.WhenAll(pages);
        await FailAsync();
        await Eventually.BeTrueAsync(() => _client.GuestFetchesUnderWay == 0, () => "all have failed");
        Events.ShouldBe(["upstream.timeout"]);
        _client.GetOutages().ShouldHaveSingleItem().Queries.ShouldBe(1);

        // The back-off is that of a single failure, and one guest tries for all.
        _clock.Advance(LongestBackoff);
        pages = [.. Enumerable.Range(1, 30).Select(visitor => RenderAsync("wifi-time", visitor))];
        await Eventually.BeTrueAsync(() => pages.Count(p => p.IsCompleted) == 29, () => "the others do not wait");
        _upstream.Requests.ShouldBe(31);
        _clock.Advance(_policy.PageBudget);
        await Task.WhenAll(pages);
    }

    [Fact]
    public async Task RenderAsync_MoreGuestsThanTheBudgetOfTheApi_TheFailureIsStillLogged()
    {
        var pages = Enumerable.Range(1, 100).Select(visitor => RenderAsync("wifi-time", visitor)).ToArray();
        await Eventually.BeTrueAsync(
            () => _upstream.Requests == 60 && pages.Count(p => p.IsCompleted) == 40, () => "the budget is used up");
        for (var visitor = 101; visitor <= 120; visitor++) await AtOnceAsync("wifi-time", visitor);
        _clock.Advance(_policy.PageBudget);
        await Task.WhenAll(pages);
        await FailAsync();
        await Eventually.BeTrueAsync(() => _client.GuestFetchesUnderWay == 0, () => "all have failed");
        Events.ShouldBe(["upstream.timeout"]);
        for (var visitor = 101; visitor <= 120; visitor++) await AtOnceAsync("wifi-time", visitor);
        _upstream.Requests.ShouldBe(60);
    }

    [Fact]
    public async Task RenderAsync_RemovedWhileItHangs_IsWaitedForAnew()
    {
        await GiveUpAsync("recent-smokes", _policy.PageBudget);
        await _client.RemoveAllAsync();
        await GiveUpAsync("recent-smokes", _policy.PageBudget);
        _upstream.Requests.ShouldBe(2);
    }

    /// <summary>The first page waits as long as pages do.</summary>
    private async Task GiveUpAsync(
        string widget, TimeSpan wait, int visitor = 1, FragmentOrigin expected = FragmentOrigin.Fallback)
    {
        var (requests, timers) = (_upstream.Requests, _clock.Timers);
        var page = RenderAsync(widget, visitor);
        await Eventually.BeTrueAsync(() => _upstream.Requests > requests && _clock.Timers >= timers + 2, () => "the page waits");
        _clock.Advance(wait - TimeSpan.FromMilliseconds(1));
        page.IsCompleted.ShouldBeFalse();
        _clock.Advance(TimeSpan.FromMilliseconds(1));
        (await page).Origin.ShouldBe(expected);
    }

    /// <summary>A page that does not wait: the clock stands.</summary>
    private async Task AtOnceAsync(string widget, int visitor, FragmentOrigin expected = FragmentOrigin.Fallback) =>
        (await RenderAsync(widget, visitor).WaitAsync(TimeSpan.FromSeconds(30))).Origin.ShouldBe(expected);

    /// <summary>The fetch reaches its deadline.</summary>
    private async Task FailAsync()
    {
        _clock.Advance(_policy.FetchDeadline);
        await Eventually.BeTrueAsync(() => _client.GetOutages().Count == 1, () => "it has failed");
    }

    private Task<HtmlFragment> RenderAsync(string widget, int visitor, TimeSpan? maxWait = null) => _renderer.RenderAsync(
        _client.GetBusiness(BusinessType.Venue, "lounge"), _renderer.Catalog.Get(widget).Parse([]),
        new RenderRequest { VisitorAddress = new IPAddress([10, 0, 0, (byte)visitor]), MaxWait = maxWait }).AsTask();
}
