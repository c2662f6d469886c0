using SessionsWidgets.TestSupport;
using SessionsWidgets.Tests.GuestWifi;
using SessionsWidgets.Tests.Templates;

namespace SessionsWidgets.Tests.Widgets.CheckInWidgets;

/// <summary>Check-ins as a third source of the lounge's activity.</summary>
public sealed class LoungeCheckInsTests : IDisposable
{
    private static readonly LoungeActivity Widget = new() { CheckIns = true };

    private readonly CheckInSite _site = new(new CachePolicy { FreshFor = TimeSpan.FromDays(1) })
    {
        Smokes = Sessions.Page(
            Sessions.Item("s1", "2026-07-18T22:30:00Z", "\"cigar\":{\"name\":\"Lancero\"}"), Sessions.Item("s2", "2026-07-17T20:00:00Z")),
        CheckIns = Sessions.Page(
            CheckInSite.CheckIn("c1", "2026-07-18T23:00:00Z", "u1", "Ana"), CheckInSite.CheckIn("c2", "2026-07-18T21:30:00Z", "u2", "Ben"),
            CheckInSite.CheckIn("c3", "2026-07-18T03:59:00Z", "u3", "Cleo")),
    };

    public void Dispose() => _site.Dispose();

    [Fact]
    public async Task RenderAsync_BothSources_AreMixedByTime()
    {
        var body = await BodyAsync(Widget);
        Figures(body).ShouldBe(["Smoking now 0", "Check-ins today 2", "Smokes today 1"]);
        Rows(body).ShouldBe(["Ana: Checked in, 30 minutes ago", "Jo Example: Lancero, 1 hour ago", "Ben: Checked in, 2 hours ago"]);
        Rows(await BodyAsync(Widget with { Limit = 10 })).Count().ShouldBe(5);
        Rows(await BodyAsync(Widget with { Limit = 0 })).ShouldBeEmpty();
    }

    [Fact]
    public async Task RenderAsync_WithoutTheParameter_DoesNotAskForCheckIns()
    {
        Figures(await BodyAsync(new LoungeActivity())).ShouldBe(["Smoking now 0", "Smokes today 1"]);
        _site.Requests.ShouldBe(1);
    }

    [Fact]
    public async Task RenderAsync_WithGuestWifi_HasFourFiguresAndNoCountOfVisits()
    {
        using var lounge = new Lounge();
        lounge.Api.AnswerSessions = request => StubHandler.Json(
            request.RequestUri!.AbsolutePath.EndsWith("/checkins", StringComparison.Ordinal) ? _site.CheckIns! : _site.Smokes!);
        var body = TemplateCase.Parse((await lounge.RenderAsync(Widget)).ToString());
        Figures(body).ShouldBe(["Guests online 14", "Smoking now 0", "Check-ins today 2", "Smokes today 1"]);
        lounge.Api.Asked.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(true, "Smokes today 1", "Check-ins can’t be shown right now")]
    [InlineData(false, "Check-ins today 2", "Recent smokes can’t be shown right now")]
    public async Task RenderAsync_OneSourceFails_ShowsTheOther(bool checkInsFail, string figure, string line)
    {
        if (checkInsFail) _site.CheckIns = null;
        else _site.Smokes = null;
        var body = await BodyAsync(Widget);
        Figures(body).ShouldContain(figure);
        body.QuerySelectorAll(".sw-as-of").Select(e => e.TextContent).ShouldBe([line]);
        Rows(body).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task RenderAsync_AllSourcesFail_ShowsTheFallback()
    {
        (_site.CheckIns, _site.Smokes) = (null, null);
        (await _site.RenderAsync(Widget)).Origin.ShouldBe(FragmentOrigin.Fallback);
    }

    [Fact]
    public async Task RenderAsync_CheckInsOnly_AreNotEmptyAndEndWithTheDay()
    {
        (_site.Smokes, _site.CheckIns) = (null, Sessions.Page(CheckInSite.CheckIn("c", "2026-07-18T05:00:00Z", "u1", "Ana")));
        var widget = Widget with { Limit = 0, Dates = DateStyle.Absolute };
        var before = await _site.RenderAsync(widget);
        before.IsEmpty.ShouldBeFalse();
        var body = TemplateCase.Parse(before.ToString());
        Figures(body).ShouldBe(["Check-ins today 1"]);
        body.QuerySelector(".sw-as-of time")!.TextContent.ShouldBe("As of 18 Jul 2026, 19:30");
        _site.Smokes = Sessions.Page();
        _site.Clock.Advance(TimeSpan.FromMinutes(6));
        var both = await _site.RenderAsync(widget);
        both.FreshUntil.ShouldBe(new DateTimeOffset(2026, 7, 19, 4, 0, 0, TimeSpan.Zero));
        (await _site.RenderAsync(widget)).ShouldBeSameAs(both);
        _site.Clock.Advance(TimeSpan.FromHours(5));
        Figures(await BodyAsync(widget)).ShouldBe(["Smoking now 0", "Check-ins today 0", "Smokes today 0"]);
    }

    [Fact]
    public async Task RenderAsync_AHundredToday_MayBeMore()
    {
        _site.CheckIns = Sessions.Page(
            Enumerable.Range(0, 100).Select(i => CheckInSite.CheckIn($"c{i}", "2026-07-18T20:00:00Z", "u1", "Ana")));
        Figures(await BodyAsync(Widget)).ShouldContain("Check-ins today 100+");
    }

    [Fact]
    public async Task RenderAsync_OfABrand_SaysThatBrandsHaveNone()
    {
        (await Should.ThrowAsync<ParameterException>(async () => await _site.RenderAsync(Widget, BusinessType.Brand)))
            .Message.ShouldContain("brands have no check-ins");
        _site.Requests.ShouldBe(0);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("de")]
    [InlineData("es")]
    [InlineData("fr")]
    [InlineData("ar")]
    public async Task Render(string language)
    {
        var html = (await _site.RenderAsync(Widget with { Language = language })).ToString();
        TemplateCase.Parse(html).Children.ShouldHaveSingleItem();
        Snapshot.Verify(html, language);
    }

    private static IEnumerable<string> Figures(AngleSharp.Dom.IElement body) =>
        body.QuerySelectorAll(".sw-activity-item").Select(e => $"{e.Children[0].TextContent} {e.Children[1].TextContent}");

    private static IEnumerable<string> Rows(AngleSharp.Dom.IElement body) => body.QuerySelectorAll(".sw-mini-session").Select(
        row => $"{row.QuerySelector(".sw-person")!.TextContent}: {row.QuerySelector(".sw-mini-what")?.TextContent}, "
            + row.QuerySelector(".sw-mini-when")!.TextContent);

    private async Task<AngleSharp.Dom.IElement> BodyAsync(Widget widget) =>
        TemplateCase.Parse((await _site.RenderAsync(widget)).ToString());
}
