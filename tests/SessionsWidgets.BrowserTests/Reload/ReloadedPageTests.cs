using Microsoft.Playwright;
using SessionsWidgets.TestSupport;

namespace SessionsWidgets.BrowserTests.Reload;

/// <summary>A page whose fragments are kept, reloaded while its data, its template and the time change.</summary>
public sealed class ReloadedPageTests(Browser browser) : IClassFixture<Browser>, IAsyncLifetime
{
    private static readonly TimeSpan Tick = TimeSpan.FromTicks(1);

    private ReloadedSite _site = null!;
    private IPage _page = null!;
    private List<string> _problems = null!;

    public async Task InitializeAsync()
    {
        _site = await ReloadedSite.StartAsync();
        (_page, _problems) = await browser.OpenAsync(_site.Page.AbsoluteUri);
        (await CigarsAsync()).ShouldBe(["Churchill"]);
        (await TimesAsync()).ShouldBe(["17 minutes ago", "17 minutes ago"]);
        _site.Upstream.Requests.ShouldBe(2, "one for each of the two queries");
    }

    public async Task DisposeAsync()
    {
        await _page.Context.DisposeAsync();
        await _site.DisposeAsync();
    }

    [Fact]
    public async Task Reload_NothingChanged_ShowsTheSameAndAsksForNothing()
    {
        var first = await _page.ContentAsync();
        for (var i = 0; i < 3; i++) (await ReloadAsync()).ShouldBe(first);
        _site.Upstream.Requests.ShouldBe(2);
        ShouldBeWithoutProblems();
    }

    [Fact]
    public async Task Reload_SessionAddedUpstream_IsShownOnceWhatWasFreshIsRefreshed()
    {
        var first = await _page.ContentAsync();
        _site.Upstream.Add("Toro");
        (await ReloadAsync()).ShouldBe(first);
        _site.Clock.Advance(ReloadedSite.FreshFor - Tick);
        await ReloadAsync();
        (await CigarsAsync()).ShouldBe(["Churchill"]);
        _site.Upstream.Requests.ShouldBe(2, "it is fresh to the last");

        _site.Upstream.Hold();
        _site.Clock.Advance(Tick);
        for (var i = 0; i < 2; i++)
        {
            // Pages do not wait for the refresh that they start.
            await ReloadAsync();
            (await CigarsAsync()).ShouldBe(["Churchill"]);
        }

        await Eventually.BeTrueAsync(() => _site.Upstream.Requests == 4, () => $"both are refreshed: {_site.Upstream.Requests}");
        _site.Upstream.Release();
        await RefreshedAsync("Toro");
        await ReloadAsync();
        (await CigarsAsync()).ShouldBe(["Toro", "Churchill"]);
        (await TimesAsync()).ShouldBe(["2 minutes ago", "19 minutes ago", "2 minutes ago", "19 minutes ago"]);
        var last = await _page.ContentAsync();
        (await ReloadAsync()).ShouldBe(last);
        _site.Upstream.Requests.ShouldBe(4);
        ShouldBeWithoutProblems();
    }

    [Fact]
    public async Task Reload_TemplateEditedBrokenAndMended_ShowsEachAtOnce()
    {
        var first = await _page.ContentAsync();
        var activity = await ActivityAsync();
        _site.WriteHeading("<h2>{{ heading }}, as told at the bar</h2>");
        await ReloadAsync();
        (await _page.TextContentAsync("h2 >> nth=0")).ShouldBe("Lately, as told at the bar");

        _site.WriteHeading("<h2>{{ heading | upcse }}</h2>");
        for (var i = 0; i < 2; i++)
        {
            await ReloadAsync();
            var error = await _page.InnerTextAsync(".sw-error");
            error.ShouldContain("recent-smokes:2:20");
            error.ShouldContain("<h2>{{ heading | upcse }}</h2>");
            (await _page.Locator("section cite").CountAsync()).ShouldBe(0);
            (await ActivityAsync()).ShouldBe(activity, "the other widget has a template of its own");
        }

        _site.WriteHeading("<h2>{{ heading }}</h2>");
        (await ReloadAsync()).ShouldBe(first);
        _site.Upstream.Requests.ShouldBe(2);
        _problems.ShouldBeEmpty();
        _site.Log.OwnEntries.ShouldHaveSingleItem().ShouldContain("recent-smokes:2:20");
    }

    [Fact]
    public async Task Reload_MinuteTurns_ShowsItAtThatMomentAndNotBefore()
    {
        var first = await _page.ContentAsync();
        _site.Clock.Advance(TimeSpan.FromSeconds(30) - Tick);
        (await ReloadAsync()).ShouldBe(first);
        _site.Clock.Advance(Tick);
        (await ReloadAsync()).ShouldBe(first.Replace("17 minutes ago", "18 minutes ago", StringComparison.Ordinal));
        (await TimesAsync()).ShouldBe(["18 minutes ago", "18 minutes ago"]);
        _site.Clock.Advance(TimeSpan.FromMinutes(1) - Tick);
        await ReloadAsync();
        (await TimesAsync()).ShouldBe(["18 minutes ago", "18 minutes ago"]);
        _site.Clock.Advance(Tick);
        await ReloadAsync();
        (await TimesAsync()).ShouldBe(["19 minutes ago", "19 minutes ago"]);
        _site.Upstream.Requests.ShouldBe(2, "the words change by themselves");
        ShouldBeWithoutProblems();
    }

    [Fact]
    public async Task Reload_AllChangeAtOnce_ShowsThemTogether()
    {
        _site.Upstream.Add("Toro");
        _site.WriteHeading("<h2>{{ heading | upcase }}</h2>");
        _site.Clock.Advance(ReloadedSite.FreshFor);
        _site.Upstream.Hold();
        await ReloadAsync();
        // The template and the minute at once; the session is not there yet.
        (await _page.TextContentAsync("h2 >> nth=0")).ShouldBe("LATELY");
        (await CigarsAsync()).ShouldBe(["Churchill"]);
        (await TimesAsync()).ShouldBe(["19 minutes ago", "19 minutes ago"]);

        _site.Upstream.Release();
        await RefreshedAsync("Toro");
        await ReloadAsync();
        (await _page.TextContentAsync("h2 >> nth=0")).ShouldBe("LATELY");
        (await CigarsAsync()).ShouldBe(["Toro", "Churchill"]);
        (await TimesAsync()).ShouldBe(["2 minutes ago", "19 minutes ago", "2 minutes ago", "19 minutes ago"]);
        _site.Upstream.Requests.ShouldBe(4);
        ShouldBeWithoutProblems();
    }

    /// <summary>Reloads the page as a visitor does.</summary>
    /// <returns>What the browser has then, as HTML.</returns>
    private async Task<string> ReloadAsync()
    {
        (await _page.ReloadAsync())!.Status.ShouldBe(200);
        return await _page.ContentAsync();
    }

    private async Task<IEnumerable<string>> CigarsAsync() => await _page.Locator("cite").AllTextContentsAsync();

    private async Task<IEnumerable<string>> TimesAsync() => await _page.Locator("time").AllTextContentsAsync();

    private Task<string> ActivityAsync() => _page.InnerHTMLAsync(".sw-lounge-activity");

    /// <summary>Waits, as another visitor, until both widgets know a cigar.</summary>
    private async Task RefreshedAsync(string cigar)
    {
        using var http = new HttpClient();
        await Eventually.BeTrueAsync(
            async () => (await http.GetStringAsync(_site.Page)).Split(cigar).Length == 3, () => $"both widgets show {cigar}");
    }

    private void ShouldBeWithoutProblems()
    {
        _problems.ShouldBeEmpty();
        _site.Log.OwnEntries.ShouldBeEmpty();
    }
}
