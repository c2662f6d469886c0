using SessionsWidgets.TestSupport;

namespace SessionsWidgets.Tests.GuestWifi;

/// <summary>Removing and refreshing apply to guest Wi-Fi results too.</summary>
public sealed class GuestRemovalTests : IDisposable
{
    private readonly Lounge _lounge = new();

    public static TheoryData<string> Widgets => ["guests-online", "guest-visits", "guest-sessions", "lounge-activity"];

    public void Dispose() => _lounge.Dispose();

    [Theory]
    [MemberData(nameof(Widgets))]
    public async Task RemoveAsync_OfTheBusiness_AsksAnew(string widget)
    {
        var asked = await RenderAsync(widget);
        (await RenderAsync(widget)).ShouldBe(asked);
        await _lounge.Client.RemoveAsync(_lounge.Business);
        (await RenderAsync(widget)).ShouldBe(2 * asked);
    }

    [Theory]
    [MemberData(nameof(Widgets))]
    public async Task RemoveAllAsync_AsksAnew(string widget)
    {
        var asked = await RenderAsync(widget);
        await _lounge.Client.RemoveAllAsync();
        (await RenderAsync(widget)).ShouldBe(2 * asked);
    }

    [Theory]
    [MemberData(nameof(Widgets))]
    public async Task RemoveAsync_OfTheWidget_AsksAnew(string widget)
    {
        var asked = await RenderAsync(widget);
        await _lounge.Renderer.RemoveAsync(_lounge.Business, Parse(widget));
        _lounge.Api.Asked.Count.ShouldBe(asked, "removing asks nothing");
        (await RenderAsync(widget)).ShouldBe(2 * asked);
    }

    [Theory]
    [MemberData(nameof(Widgets))]
    public async Task RefreshAsync_OfTheWidgetOrTheBusiness_FetchesAnewWhatIsStillFresh(string widget)
    {
        var asked = await RenderAsync(widget);
        await _lounge.Renderer.RefreshAsync(_lounge.Business, Parse(widget));
        _lounge.Api.Asked.Count.ShouldBe(2 * asked);
        await _lounge.Client.RefreshAsync(_lounge.Business);
        _lounge.Api.Asked.Count.ShouldBe(3 * asked);
        (await RenderAsync(widget)).ShouldBe(3 * asked);
    }

    [Fact]
    public async Task RemoveAsync_OfTheActivityWidget_RemovesItsSmokesToo()
    {
        var smokes = 0;
        _lounge.Api.AnswerSessions = _ =>
        {
            smokes++;
            return StubHandler.Json(Sessions.Page(Sessions.Item("ses_1")));
        };
        await RenderAsync("lounge-activity");
        await _lounge.Renderer.RemoveAsync(_lounge.Business, new LoungeActivity());
        await RenderAsync("lounge-activity");
        smokes.ShouldBe(2);
    }

    [Fact]
    public async Task RemoveAsync_OfABusinessAtAnotherLocation_LeavesThisOnes()
    {
        var asked = await RenderAsync("guests-online");
        var elsewhere = _lounge.Client.GetBusiness(new BusinessOptions
        {
            BusinessId = "elsewhere",
            GuestWifi = new GuestWifiOptions { ApiBaseUrl = _lounge.Wifi.ApiBaseUrl, AccessToken = "wifi-token", LocationId = "loc2" },
        });
        await _lounge.Client.RemoveAsync(elsewhere);
        (await RenderAsync("guests-online")).ShouldBe(asked);
    }

    /// <returns>How many requests there have been.</returns>
    private async Task<int> RenderAsync(string widget)
    {
        (await _lounge.RenderAsync(Parse(widget))).Origin.ShouldBe(FragmentOrigin.Fresh);
        return _lounge.Api.Asked.Count;
    }

    private Widget Parse(string widget) => _lounge.Renderer.Catalog.Get(widget).Parse([]);
}
