using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SessionsWidgets.TestSupport;

namespace SessionsWidgets.Tests.Caching;

public sealed class RemoveAndWarmTests : IDisposable
{
    private static readonly RecentSmokes Smokes = new() { Limit = 5 };

    private readonly ManualClock _clock = new();
    private readonly StubHandler _upstream = new(Sessions.Page(Sessions.Item("one")));
    private readonly SessionsClient _client;
    private readonly WidgetRenderer _widgets;

    public RemoveAndWarmTests()
    {
        _client = new SessionsClient(new SessionsClientOptions { ApiBaseUrl = new Uri("https://api.example.com"), HttpHandler = _upstream, TimeProvider = _clock });
        _widgets = new WidgetRenderer(_client);
    }

    public void Dispose() => _client.Dispose();

    [Fact]
    public async Task RemoveAsync_OfABusiness_ForgetsItsSessionsOnly()
    {
        await RenderAsync("lounge");
        await RenderAsync("other");
        await _client.RemoveAsync(Business("lounge"));
        await RenderAsync("lounge");
        _upstream.Requests.ShouldBe(3);
        await RenderAsync("other");
        _upstream.Requests.ShouldBe(3);
    }

    [Fact]
    public async Task RemoveAllAsync_ForgetsEverything()
    {
        await RenderAsync("lounge");
        await RenderAsync("other");
        await _client.RemoveAllAsync();
        await RenderAsync("lounge");
        await RenderAsync("other");
        _upstream.Requests.ShouldBe(4);
    }

    [Fact]
    public async Task RemoveAsync_OfAWidget_ForgetsItsSessionsOnly()
    {
        await RenderAsync("lounge");
        await _widgets.RenderAsync(Business("lounge"), new CigarCards());
        await _widgets.RemoveAsync(Business("lounge"), Smokes);
        await _widgets.RenderAsync(Business("lounge"), new CigarCards());
        _upstream.Requests.ShouldBe(2);
        await RenderAsync("lounge");
        _upstream.Requests.ShouldBe(3);
    }

    [Fact]
    public async Task RefreshAsync_StillFresh_FetchesAnew()
    {
        await RenderAsync("lounge");
        await _widgets.RefreshAsync(Business("lounge"), Smokes);
        _upstream.Requests.ShouldBe(2);
        await RenderAsync("lounge");
        _upstream.Requests.ShouldBe(2);
    }

    [Fact]
    public async Task RemoveAsync_WhileAFetchIsUnderWay_DoesNotKeepWhatItBrings()
    {
        var answer = new TaskCompletionSource<HttpResponseMessage>();
        var held = new StubHandler((_, _) => answer.Task);
        using var client = new SessionsClient(new SessionsClientOptions { ApiBaseUrl = new Uri("https://api.example.com"), HttpHandler = held, TimeProvider = _clock });
        var lounge = client.Business(BusinessType.Venue, "lounge");
        var first = lounge.GetSessionsAsync();
        await Eventually.BeTrueAsync(() => held.Requests == 1, () => "it is under way");
        await client.RemoveAsync(lounge);
        answer.SetResult(StubHandler.Json(Sessions.Page()));
        await first;
        var second = lounge.GetSessionsAsync();
        await Eventually.BeTrueAsync(() => held.Requests == 2, () => "it is fetched again");
        await Should.ThrowAsync<ApiException>(second);
    }

    [Fact]
    public async Task KeepWarm_HostStarts_FetchesBeforeAnyoneAsksAndAgainWhenNoLongerFresh()
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(_clock);
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("ApiBaseUrl", "https://api.example.com"), new("BusinessId", "lounge")]).Build();
        services.AddSessionsWidgetsCore(settings).KeepWarm(Smokes).KeepWarm(Smokes, "nobody").Services
            .AddHttpClient("SessionsWidgets").ConfigurePrimaryHttpMessageHandler(() => _upstream);
        await using var provider = services.BuildServiceProvider();
        var warmer = provider.GetServices<IHostedService>().OfType<WidgetWarmer>().ShouldHaveSingleItem();
        await warmer.StartAsync(default);
        await Eventually.BeTrueAsync(() => _upstream.Requests == 1, () => "it is warm");
        await Eventually.BeTrueAsync(() => _clock.Timers > 0, () => "it waits for the next time");
        // The first answer may still be on its way into the cache, so time goes on until it is old.
        await Eventually.BeTrueAsync(
            () =>
            {
                _clock.Advance(TimeSpan.FromMinutes(1));
                return _upstream.Requests >= 2;
            },
            () => "it is warm again");
        await warmer.StopAsync(default);
    }

    private BusinessContext Business(string id) => _client.Business(BusinessType.Venue, id);

    private async Task RenderAsync(string business) => await _widgets.RenderAsync(Business(business), Smokes);
}
