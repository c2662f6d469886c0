using SessionsWidgets.TestSupport;

namespace SessionsWidgets.Tests.Rendering;

/// <summary>The widgets of a page wait together no longer than the page may.</summary>
public sealed class PageBudgetTests : IDisposable
{
    private static readonly TimeSpan Total = TimeSpan.FromSeconds(2);

    private readonly ManualClock _clock = new();
    private readonly StubHandler _hanging = new(async (_, cancellationToken) =>
    {
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
        throw new InvalidOperationException();
    });

    private readonly SessionsClient _client;
    private readonly WidgetRenderer _renderer;

    public PageBudgetTests()
    {
        _client = new SessionsClient(
            new SessionsClientOptions { ApiBaseUrl = new Uri("https://api.example.com"), HttpHandler = _hanging }.On(_clock));
        _renderer = new WidgetRenderer(_client);
    }

    public void Dispose()
    {
        _client.Dispose();
        _hanging.Dispose();
    }

    [Fact]
    public async Task RenderAsync_OneAfterTheOther_WaitOnceTogether()
    {
        var request = new RenderRequest { Budget = new PageBudget(Total) };
        var first = RenderAsync("a", request);
        await UntilWaitingAsync(requests: 1);
        _clock.Advance(TimeSpan.FromSeconds(1.5));
        first.IsCompleted.ShouldBeFalse();
        _clock.Advance(TimeSpan.FromSeconds(0.5));
        (await first).Origin.ShouldBe(FragmentOrigin.Fallback);
        // The clock stands: nothing is left to wait.
        (await RenderAsync("b", request).WaitAsync(TimeSpan.FromSeconds(30))).Origin.ShouldBe(FragmentOrigin.Fallback);
    }

    [Fact]
    public async Task RenderAsync_AtTheSameTime_CountOnce()
    {
        var request = new RenderRequest { Budget = new PageBudget(Total) };
        var both = Task.WhenAll(RenderAsync("a", request), RenderAsync("b", request));
        await UntilWaitingAsync(requests: 2);
        _clock.Advance(TimeSpan.FromSeconds(1.9));
        both.IsCompleted.ShouldBeFalse();
        _clock.Advance(TimeSpan.FromSeconds(0.1));
        (await both).ShouldAllBe(f => f.Origin == FragmentOrigin.Fallback);
    }

    [Fact]
    public void Create_NegativeTime_IsRefused() =>
        Should.Throw<ParameterException>(() => new PageBudget(TimeSpan.FromSeconds(-1)))
            .Message.ShouldBe("total is '-00:00:01'; it must be 0 or more.");

    private Task<HtmlFragment> RenderAsync(string business, RenderRequest request) => Task.Run(
        () => _renderer.RenderAsync(_client.GetBusiness(BusinessType.Venue, business), new RecentSmokes(), request).AsTask());

    /// <summary>Each request has the timer of its deadline and one of the page that waits.</summary>
    private Task UntilWaitingAsync(int requests) => Eventually.BeTrueAsync(
        () => _hanging.Requests == requests && _clock.Timers >= 2 * requests, () => "the page waits");
}
