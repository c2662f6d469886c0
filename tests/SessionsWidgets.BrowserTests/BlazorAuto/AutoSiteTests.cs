using Microsoft.Playwright;

namespace SessionsWidgets.BrowserTests.BlazorAuto;

/// <summary>
/// Widgets in a site whose components run on the server at the first visit and in the browser at the next ones. The counter of every page
/// tells where it runs, and counts as long as the page lives.
/// </summary>
public sealed class AutoSiteTests(Browser browser) : IClassFixture<Browser>
{
    private const string Reason = "its render mode (InteractiveAuto or InteractiveWebAssembly, ";

    // Starting WebAssembly takes its time on a busy machine.
    private static readonly PageWaitForFunctionOptions InTime = new() { Timeout = 60_000 };

    [Theory]
    [InlineData("/auto/widget")]
    [InlineData("/webassembly/widget")]
    [InlineData("/auto/page")]
    public async Task Widget_InDevelopment_SaysWhyInThePageAtEachVisit(string path)
    {
        await using var site = await AutoSite.StartAsync("Development");
        await VisitThreeTimesAsync(site, path, async page =>
        {
            var notice = page.Locator(".sw-error").First;
            await Assertions.Expect(notice).ToContainTextAsync(Reason);
            await Assertions.Expect(notice).ToContainTextAsync("take InteractiveServer, or fetch the fragment by URL.");
        });
    }

    [Theory]
    [InlineData("/auto/widget")]
    [InlineData("/webassembly/widget")]
    public async Task Widget_InProduction_IsLeftOutAndLoggedOnce(string path)
    {
        await using var site = await AutoSite.StartAsync("Production");
        await VisitThreeTimesAsync(site, path, async page =>
        {
            await Assertions.Expect(page.Locator(".sw-recent-smokes")).ToHaveCountAsync(0);
            await Assertions.Expect(page.Locator(".sw-cigar-cards .sw-card")).ToHaveCountAsync(2);
        });
        site.Log.OwnEntries.ShouldHaveSingleItem().ShouldContain($"<recent-smokes> on {path} is left out: {Reason}");
    }

    [Fact]
    public async Task Widgets_OfAPageInProduction_ShowTheirContentAndAreLoggedOnce()
    {
        await using var site = await AutoSite.StartAsync("Production");
        await VisitThreeTimesAsync(site, "/auto/page", async page =>
            (await page.Locator(".own").AllTextContentsAsync()).ShouldBe(["Quiet so far.", "Come in."]));
        site.Log.OwnEntries.Count().ShouldBe(2);
        site.Log.OwnEntries.First().ShouldContain($"<recent-smokes> on /auto/page is left out: {Reason}");
        site.Log.OwnEntries.Last().ShouldContain($"<guests-online> on /auto/page is left out: {Reason}");
    }

    [Fact]
    public async Task Widget_InteractiveServer_IsShownAtEachVisit()
    {
        await using var site = await AutoSite.StartAsync("Production");
        await VisitThreeTimesAsync(site, "/server/widget", async page =>
        {
            await Assertions.Expect(page.Locator(".sw-recent-smokes article")).ToHaveCountAsync(2);
            await Assertions.Expect(page.Locator(".sw-cigar-cards .sw-card")).ToHaveCountAsync(2);
        }, runs: "Server");
        site.Log.OwnEntries.ShouldBeEmpty();
    }

    [Fact]
    public async Task Fragment_FetchedByAComponentOfTheClient_IsShownAtEachVisit()
    {
        await using var site = await AutoSite.StartAsync("Production");
        await VisitThreeTimesAsync(site, "/auto/fragment", page =>
            Assertions.Expect(page.Locator(".sw-recent-smokes article")).ToHaveCountAsync(2));
        site.Log.OwnEntries.ShouldBeEmpty();
    }

    /// <param name="site">The site.</param>
    /// <param name="path">The page.</param>
    /// <param name="check">What is true at each visit.</param>
    /// <param name="runs">Where the counter runs from the second visit on. Blazor does not start WebAssembly beside a circuit.</param>
    private async Task VisitThreeTimesAsync(AutoSite site, string path, Func<IPage, Task> check, string runs = "WebAssembly")
    {
        var page = await browser.NewPageAsync();
        // A site that ends waits for its circuits.
        await using var visitor = page.Context;
        var problems = new List<string>();
        page.Console += (_, message) => { if (message.Type is "error" or "warning") problems.Add(message.Text); };
        page.PageError += (_, error) => problems.Add(error);
        var ran = new List<string?>();
        for (var visit = 1; visit <= 3; visit++)
        {
            await page.GotoAsync(new Uri(site.Url, path).AbsoluteUri);
            await page.WaitForFunctionAsync("() => document.querySelector('#runs').textContent", null, InTime);
            ran.Add(await page.Locator("#runs").TextContentAsync());
            await page.ClickAsync("#count");
            await Assertions.Expect(page.Locator("#clicks")).ToHaveTextAsync("1");
            await check(page);
            // Blazor writes this down when it has the runtime.
            await page.WaitForFunctionAsync(
                "() => Object.keys(localStorage).some(key => key.startsWith('blazor-resource-hash'))", null, InTime);
            await Assertions.Expect(page.Locator("#blazor-error-ui")).ToBeHiddenAsync();
            problems.ShouldBeEmpty($"at visit {visit}");
        }

        ran[1..].ShouldAllBe(where => where == runs);
    }
}
