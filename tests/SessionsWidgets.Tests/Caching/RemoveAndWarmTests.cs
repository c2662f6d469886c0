using System.Net;
using System.Net.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SessionsWidgets.TestSupport;

namespace SessionsWidgets.Tests.Caching;

public sealed class RemoveAndWarmTests : IDisposable
{
    private static readonly RecentSmokes Smokes = new() { Limit = 5 };

    private readonly ManualClock _clock = new();
    private readonly RecordingLogger _log = new();
    private readonly StubHandler _upstream = new(Sessions.Page(Sessions.Item("one")));
    private readonly SessionsClient _client;
    private readonly WidgetRenderer _widgets;

    public RemoveAndWarmTests()
    {
        _client = new SessionsClient(
            new SessionsClientOptions
            {
                ApiBaseUrl = new Uri("https://api.example.com"), HttpHandler = _upstream,
                TimeProvider = _clock, WaitingClock = _clock,
            });
        _widgets = new WidgetRenderer(_client);
    }

    public void Dispose() => _client.Dispose();

    [Fact]
    public async Task RemoveAsync_OfABusiness_RemovesItsSessionsOnly()
    {
        await RenderAsync("lounge");
        await RenderAsync("other");
        await _client.RemoveAsync(Business("lounge"));
        await RenderAsync("lounge");
        _upstream.Requests.ShouldBe(3);
        await RenderAsync("other");
        _upstream.Requests.ShouldBe(3);
    }

    /// <summary>Upstream, they are those of all businesses; here they are kept for the one whose page shows them.</summary>
    [Fact]
    public async Task RemoveAsync_OfABusiness_RemovesItsSessionsOfACigarOnly()
    {
        var cigar = Smokes with { CigarId = "cgr_10001" };
        await _widgets.RenderAsync(Business("lounge"), cigar);
        await _widgets.RenderAsync(Business("other"), cigar);
        await _client.RemoveAsync(Business("lounge"));
        await _widgets.RenderAsync(Business("other"), cigar);
        _upstream.Requests.ShouldBe(2);
        await _widgets.RenderAsync(Business("lounge"), cigar);
        _upstream.Requests.ShouldBe(3);
    }

    [Fact]
    public async Task RemoveAllAsync_RemovesEverything()
    {
        await RenderAsync("lounge");
        await RenderAsync("other");
        await _client.RemoveAllAsync();
        await RenderAsync("lounge");
        await RenderAsync("other");
        _upstream.Requests.ShouldBe(4);
    }

    [Fact]
    public async Task RemoveAsync_OfAWidget_RemovesItsSessionsOnly()
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
    public async Task RefreshAsync_OfABusiness_RefreshesItsResultsAndNoOthers()
    {
        await RenderAsync("lounge");
        await _widgets.RenderAsync(Business("lounge"), new CigarCards());
        await RenderAsync("other");
        await _client.RefreshAsync(Business("lounge"));
        _upstream.Requests.ShouldBe(5);
        await _client.RefreshAllAsync();
        _upstream.Requests.ShouldBe(8);
        await RenderAsync("lounge");
        await RenderAsync("other");
        _upstream.Requests.ShouldBe(8);
    }

    [Fact]
    public async Task RemoveAsync_WhileAFetchIsUnderWay_DoesNotKeepWhatItBrings()
    {
        var go = new TaskCompletionSource();
        var asked = 0;
        var held = new StubHandler(async (_, cancellationToken) =>
        {
            var number = Interlocked.Increment(ref asked);
            await go.Task.WaitAsync(cancellationToken);
            return StubHandler.Json(Sessions.Page(Sessions.Item($"response-{number}")));
        });
        using var client = new SessionsClient(
            new SessionsClientOptions
            {
                ApiBaseUrl = new Uri("https://api.example.com"), HttpHandler = held,
                TimeProvider = _clock, WaitingClock = _clock,
            });
        var (lounge, other) = (client.GetBusiness(BusinessType.Venue, "lounge"), client.GetBusiness(BusinessType.Venue, "other"));
        var first = lounge.GetSessionsAsync();
        var another = other.GetSessionsAsync();
        await Eventually.BeTrueAsync(() => held.Requests == 2, () => "they are under way");
        await client.RemoveAsync(lounge);
        // Whoever comes now does not get what was asked before.
        var second = lounge.GetSessionsAsync();
        await Eventually.BeTrueAsync(() => held.Requests == 3, () => "it is asked again at once");
        go.SetResult();
        await Task.WhenAll(first, another, second);
        (await second).Sessions[0].Id.ShouldBe("response-3");
        (await lounge.GetSessionsAsync()).Sessions[0].Id.ShouldBe("response-3");
        await other.GetSessionsAsync();
        held.Requests.ShouldBe(3, "fetches of others go on");
    }

    [Fact]
    public async Task KeepWarm_HostStarts_FetchesBeforeAnyoneAsksAndAgainWheneverItIsNoLongerFresh()
    {
        await using var provider = Host(_upstream);
        var warmer = provider.GetServices<IHostedService>().OfType<WidgetWarmer>().ShouldHaveSingleItem();
        await warmer.StartAsync(default);
        await RestAsync(provider, () => _upstream.Requests == 1);
        var (renderer, lounge) =
            (provider.GetRequiredService<WidgetRenderer>(), await provider.GetRequiredService<BusinessDirectory>().GetAsync(null));
        for (var window = 1; window <= 5; window++)
        {
            (await renderer.RenderAsync(lounge, Smokes)).Origin.ShouldBe(FragmentOrigin.Fresh);
            _upstream.Requests.ShouldBe(window, "the visitor causes no request");
            _clock.Advance(TimeSpan.FromSeconds(59));
            _upstream.Requests.ShouldBe(window, "one request a window");
            _clock.Advance(TimeSpan.FromSeconds(1));
            await RestAsync(provider, () => _upstream.Requests == window + 1);
        }

        _log.Events.Count(e => e == "widget.cold").ShouldBe(1, "an unknown business is logged once");
        await warmer.StopAsync(default);
    }

    [Fact]
    public async Task KeepWarm_UpstreamIsDown_KeepsItsWindowsAndIsWarmAgainAfterwards()
    {
        var isDown = true;
        var upstream = new StubHandler(
            (_, _) =>
                Task.FromResult(
                    Volatile.Read(ref isDown)
                        ? StubHandler.Json("{}", HttpStatusCode.InternalServerError)
                        : StubHandler.Json(Sessions.Page())));
        await using var provider = Host(upstream);
        var warmer = provider.GetServices<IHostedService>().OfType<WidgetWarmer>().ShouldHaveSingleItem();
        await warmer.StartAsync(default);
        for (var second = 0; second < 60; second++)
        {
            await RestAsync(provider, () => true);
            _clock.Advance(TimeSpan.FromSeconds(1));
        }

        upstream.Requests.ShouldBeInRange(3, 5, "5 s, 10 s, 20 s, give or take a fifth, and its own pause");
        Volatile.Write(ref isDown, false);
        var failed = upstream.Requests;
        await Eventually.BeTrueAsync(
            () =>
            {
                if (IsAtRest(provider)) _clock.Advance(TimeSpan.FromSeconds(1));
                return upstream.Requests > failed;
            },
            () => "it is asked again");
        await Eventually.BeTrueAsync(() => _log.Events.Contains("upstream.recovered"), () => "it is well again");
        await warmer.StopAsync(default);
    }

    [Fact]
    public async Task KeepWarm_OneHangs_TheOthersAreWarm()
    {
        var upstream = new StubHandler(async (request, cancellationToken) =>
        {
            if (request.RequestUri!.Query.Contains("limit=100", StringComparison.Ordinal))
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
            return StubHandler.Json(Sessions.Page());
        });
        await using var provider = Host(upstream, builder => builder.KeepWarm(new CigarCards()).KeepWarm(Smokes with { Limit = 6 }));
        var warmer = provider.GetServices<IHostedService>().OfType<WidgetWarmer>().ShouldHaveSingleItem();
        await warmer.StartAsync(default);
        var lounge = await provider.GetRequiredService<BusinessDirectory>().GetAsync(null);
        var renderer = provider.GetRequiredService<WidgetRenderer>();
        var atOnce = new RenderRequest { MaxWait = TimeSpan.Zero };
        await Eventually.BeTrueAsync(
            async () => (await renderer.RenderAsync(lounge, Smokes with { Limit = 6 }, atOnce)).Origin == FragmentOrigin.Fresh,
            () => "it is warm");
        await warmer.StopAsync(default);
    }

    /// <summary>Both widgets wait for their next time: the one that is warm, and the one that never will be.</summary>
    private Task RestAsync(IServiceProvider provider, Func<bool> holds) =>
        Eventually.BeTrueAsync(
            () => holds() && IsAtRest(provider), () => $"it rests, with {_upstream.Requests} requests and {_clock.Timers} timers");

    private bool IsAtRest(IServiceProvider provider) =>
        provider.GetRequiredService<SessionsClient>().FetchesUnderWay == 0 && _clock.Timers == 2;

    private ServiceProvider Host(StubHandler upstream, Action<SessionsWidgetsBuilder>? configure = null)
    {
        var services = new ServiceCollection();
        services.AddClocks(_clock);
        services.AddSingleton<ILoggerFactory>(_log);
        var settings = new ConfigurationBuilder()
            .AddInMemoryCollection([new("ApiBaseUrl", "https://api.example.com"), new("BusinessId", "lounge")])
            .Build();
        var builder = services.AddSessionsWidgetsCore(settings).KeepWarm(Smokes).KeepWarm(Smokes, "nobody");
        configure?.Invoke(builder);
        services.AddHttpClient("SessionsWidgets").ConfigurePrimaryHttpMessageHandler(() => upstream);
        return services.BuildServiceProvider();
    }

    private BusinessContext Business(string id) => _client.GetBusiness(BusinessType.Venue, id);

    private async Task RenderAsync(string business) => await _widgets.RenderAsync(Business(business), Smokes);
}
