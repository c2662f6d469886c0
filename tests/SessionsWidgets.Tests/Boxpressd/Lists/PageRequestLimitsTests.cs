using System.Net;
using System.Net.Http;
using SessionsWidgets.TestSupport;

namespace SessionsWidgets.Tests.Boxpressd;

/// <summary>Pages of 10,000 businesses that are not in memory.</summary>
public sealed class PageRequestLimitsTests : IDisposable
{
    private const int Businesses = 10_000;

    private readonly ManualClock _clock = new();
    private readonly RecordingLogger _log = new();
    private readonly CachePolicy _policy = new();
    private readonly StubHandler _upstream;
    private readonly SessionsClient _client;
    private readonly WidgetRenderer _widgets;
    private bool _isKnown = true;

    public PageRequestLimitsTests()
    {
        _upstream = new StubHandler((_, _) => Task.FromResult(
            _isKnown ? StubHandler.Json(Sessions.Page(Sessions.Item("a"))) : new HttpResponseMessage(HttpStatusCode.NotFound)));
        _client = new SessionsClient(new SessionsClientOptions
        {
            ApiBaseUrl = new Uri("https://api.example.com"), HttpHandler = _upstream,
            TimeProvider = _clock, WaitingClock = _clock, LoggerFactory = _log,
            Cache = _policy with { FreshFor = TimeSpan.FromDays(1) },
        });
        _widgets = new WidgetRenderer(_client);
    }

    public void Dispose()
    {
        _client.Dispose();
        _log.Dispose();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task RenderAsync_InventedNames_MakeNoMoreCallsThanTheLimit(bool areAnswered)
    {
        _isKnown = areAnswered;
        for (var i = 0; i < Businesses; i++) await RenderAsync(i);
        _upstream.Requests.ShouldBe(600);
        _client.Entries.ShouldBe(600);
        _log.Events.Count(e => e == "budget.new_businesses").ShouldBe(1);

        // The same names again are no others: a failure is not tried at once, and what failed is new again.
        _clock.Advance(TimeSpan.FromMinutes(1));
        for (var i = 0; i < Businesses; i++) await RenderAsync(i);
        _upstream.Requests.ShouldBeLessThanOrEqualTo(1200);
    }

    [Fact]
    public async Task RenderAsync_ColdHostWithManyBusinesses_FillsUpMoreSlowly()
    {
        var minutes = 0;
        for (var filled = 0; filled < Businesses; minutes++)
        {
            filled = 0;
            for (var i = 0; i < Businesses; i++)
            {
                var fragment = await RenderAsync(i);
                if (fragment.Origin == FragmentOrigin.Fresh) filled++;
                else fragment.Error.ShouldBeOfType<ApiException>().Failure.ShouldBe(ApiFailure.RateLimited);
            }

            _clock.Advance(TimeSpan.FromMinutes(1));
        }

        minutes.ShouldBe((Businesses + 599) / 600);
        _upstream.Requests.ShouldBe(Businesses);
        _client.GetOutages().ShouldBeEmpty();
    }

    [Fact]
    public async Task RenderAsync_BusinessIsInMemory_IsNotCountedWithTheNewOnes()
    {
        await RenderAsync(0);
        for (var i = 1; i < 700; i++) await RenderAsync(i);
        (await RenderAsync(0, offset: 5)).Origin.ShouldBe(FragmentOrigin.Fresh);
        (await RenderAsync(699, offset: 5)).Origin.ShouldBe(FragmentOrigin.Fallback);
    }

    [Fact]
    public async Task GetSessionsAsync_LibraryCall_IsNotCounted()
    {
        for (var i = 0; i < 700; i++) await _client.GetBusiness(BusinessType.Venue, $"b{i}").GetSessionsAsync();
        _upstream.Requests.ShouldBe(700);
    }

    [Fact]
    public async Task RenderAsync_BusinessOfAnotherServer_IsInMemoryOnceItIsLoaded()
    {
        var store = new SharedStore();
        for (var round = 0; round < 2; round++)
        {
            await using var client = new SessionsClient(new SessionsClientOptions
            {
                ApiBaseUrl = new Uri("https://api.example.com"), HttpHandler = _upstream,
                TimeProvider = _clock, WaitingClock = _clock, DistributedCache = store,
                Cache = _policy with { NewBusinessRequestsPerMinute = 1 },
            });
            var lounge = client.GetBusiness(BusinessType.Venue, "lounge");
            var widgets = new WidgetRenderer(client);
            (await widgets.RenderAsync(lounge, new RecentSmokes())).Origin.ShouldBe(FragmentOrigin.Fresh);
            (await widgets.RenderAsync(lounge, new RecentSmokes { Offset = 1 + round })).Origin.ShouldBe(FragmentOrigin.Fresh);
        }

        _upstream.Requests.ShouldBe(3);
    }

    private async Task<HtmlFragment> RenderAsync(int business, int offset = 0) =>
        await _widgets.RenderAsync(
            _client.GetBusiness(BusinessType.Venue, $"b{business}"), new RecentSmokes { Limit = 5, Offset = offset });
}
