using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace SessionsWidgets.BrowserTests.Blazor;

/// <summary>Widgets in Blazor pages, rendered once and in a circuit.</summary>
public sealed class BlazorSiteTests(Browser browser) : IClassFixture<Browser>
{
    [Fact]
    public async Task Page_RenderedOnce_ShowsItsWidgetsWithoutProblems()
    {
        await using var site = await BlazorSite.StartAsync();
        var (page, problems) = await browser.OpenAsync(new Uri(site.Url, "/evening").AbsoluteUri);
        (await page.Locator(".sw-recent-smokes .sw-cards .sw-card").CountAsync()).ShouldBe(4);
        (await page.Locator(".sw-cigar-cards .sw-card").CountAsync()).ShouldBe(4);
        var result = await page.RunAxe(new Deque.AxeCore.Commons.AxeRunContext { Include = [new(".sw")] });
        result.Violations.Select(v => $"{v.Id}: {v.Help} ({v.Nodes.Length}): {v.Nodes[0].Html}").ShouldBeEmpty();
        problems.ShouldBeEmpty();
    }

    [Fact]
    public async Task Page_ThatBecomesInteractive_KeepsBusinessAndLanguageOfItsRequest()
    {
        await using var site = await BlazorSite.StartAsync();
        var page = await OpenInGermanAsync(site, "/chosen?lounge=uptown");
        // A site that ends waits for its circuits.
        await using var visitor = page.Context;
        await Assertions.Expect(page.Locator(".sw-recent-smokes[lang=de] article")).ToHaveCountAsync(2);
        await page.ClickAsync("#more");
        await Assertions.Expect(page.Locator(".sw-recent-smokes[lang=de] article")).ToHaveCountAsync(3);
        Questions(site).ShouldBe(["/brands/casa-belmonte/sessions?limit=2", "/brands/casa-belmonte/sessions?limit=3"]);
    }

    [Fact]
    public async Task Page_InACircuit_TurnsThePagesOfAWidgetByLinks()
    {
        await using var site = await BlazorSite.StartAsync();
        var page = await OpenInGermanAsync(site, "/turning?seats=2");
        // A site that ends waits for its circuits.
        await using var visitor = page.Context;
        await page.ClickAsync("[rel=next]");
        await Assertions.Expect(page.Locator(".sw-pages span")).ToHaveTextAsync("Seite 2");
        new Uri(page.Url).PathAndQuery.ShouldBe("/turning?seats=2&recent-smokes-page=2");
        await page.ClickAsync("[rel=prev]");
        await Assertions.Expect(page.Locator(".sw-pages span")).ToHaveTextAsync("Seite 1");
        new Uri(page.Url).PathAndQuery.ShouldBe("/turning?seats=2");
        Questions(site).ShouldBe(["/venues/stogies-chapin/sessions?limit=100"]);
    }

    [Fact]
    public async Task Page_RenderedAgainWithTheSameParameters_AsksForNothing()
    {
        await using var site = await BlazorSite.StartAsync();
        var page = await OpenInGermanAsync(site, "/chosen");
        // A site that ends waits for its circuits.
        await using var visitor = page.Context;
        // What a widget that is put there anew would not have.
        await page.EvaluateAsync("document.querySelector('.sw-recent-smokes').dataset.seen = 'yes'");
        await page.ClickAsync("#again");
        await Assertions.Expect(page.Locator("#clicks")).ToHaveTextAsync("1");
        await Assertions.Expect(page.Locator(".sw-recent-smokes[data-seen] article")).ToHaveCountAsync(2);
        Questions(site).ShouldBe(["/venues/stogies-chapin/sessions?limit=2"]);
    }

    [Fact]
    public async Task Page_ThatBecomesInteractive_LeavesOutWhatIsAboutTheVisitorFromTheStart()
    {
        await using var site = await BlazorSite.StartAsync();
        using var http = new HttpClient { BaseAddress = site.Url };
        (await http.GetStringAsync(new Uri("/chosen", UriKind.Relative))).ShouldContain("<p id=\"wifi\">Ask at the bar.</p>");
        var page = await OpenInGermanAsync(site, "/chosen");
        // A site that ends waits for its circuits.
        await using var visitor = page.Context;
        await Assertions.Expect(page.Locator("#wifi")).ToHaveTextAsync("Ask at the bar.");
        site.Log.OwnEntries.ShouldHaveSingleItem().ShouldContain("<wifi-time> on /chosen is left out: it is about the visitor");
    }

    [Fact]
    public async Task Page_ReachedInTheSameCircuit_HasTheBusinessOfItsOwnRequest()
    {
        await using var site = await BlazorSite.StartAsync();
        var page = await OpenInGermanAsync(site, "/chosen?lounge=uptown");
        // A site that ends waits for its circuits.
        await using var visitor = page.Context;
        await page.ClickAsync("#later");
        await Assertions.Expect(page.Locator("#live")).ToHaveTextAsync("live, later");
        await Assertions.Expect(page.Locator(".sw-recent-smokes[lang=de] article")).ToHaveCountAsync(4);
        Questions(site).ShouldBe(["/brands/casa-belmonte/sessions?limit=2", "/venues/stogies-chapin/sessions?limit=4"]);
    }

    [Fact]
    public async Task Page_NeverPrerendered_ShowsTheWidgetWhoseBusinessIsNamed()
    {
        await using var site = await BlazorSite.StartAsync();
        var page = await OpenInGermanAsync(site, "/unrendered", live: "#own");
        // A site that ends waits for its circuits.
        await using var visitor = page.Context;
        await Assertions.Expect(page.Locator(".sw-recent-smokes article")).ToHaveCountAsync(3);
        await Assertions.Expect(page.Locator("#own")).ToHaveTextAsync("Quiet so far.");
        site.Log.OwnEntries.ShouldHaveSingleItem().ShouldContain("on a page without an HTTP request is left out: business is missing");
    }

    /// <summary>What the API was asked for, pictures left out.</summary>
    private static IEnumerable<string> Questions(BlazorSite site) =>
        site.Sandbox.Requests.All.Where(r => r.Path.EndsWith("/sessions", StringComparison.Ordinal)).Select(r => r.Path + r.Query);

    /// <summary>Opens a page, and waits until its circuit has rendered it.</summary>
    private async Task<IPage> OpenInGermanAsync(BlazorSite site, string path, string live = "#live")
    {
        var page = await browser.NewPageAsync("de-DE");
        await page.GotoAsync(new Uri(site.Url, path).AbsoluteUri);
        await page.WaitForSelectorAsync(live);
        return page;
    }
}
