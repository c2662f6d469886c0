using Microsoft.Playwright;
using SessionsWidgets.TestSupport;
using SessionsWidgets.TestSupport.Docs;

namespace SessionsWidgets.BrowserTests.BlazorAuto;

/// <summary>
/// Widgets in a site whose components run on the server at the first visit and in the browser at the next ones. The counter of every page
/// tells where it runs, and counts as long as the page lives.
/// </summary>
public sealed class AutoSiteTests(Browser browser) : IClassFixture<Browser>
{
    private const string Reason = "its render mode (InteractiveAuto or InteractiveWebAssembly, ";

    private static readonly string[] ForTheBrowser = ["/auto/widget", "/webassembly/widget", "/auto/page"];

    // Starting WebAssembly takes its time on a busy machine.
    private static readonly PageWaitForFunctionOptions InTime = new() { Timeout = 60_000 };

    [Fact]
    public async Task Widget_ForTheBrowserInDevelopment_SaysWhyInThePageAtEachVisit()
    {
        await using var site = await AutoSite.StartAsync("Development");
        await VisitThreeTimesAsync(site, ForTheBrowser, async (page, _) =>
        {
            var notice = page.Locator(".sw-error").First;
            await Assertions.Expect(notice).ToContainTextAsync(Reason);
            await Assertions.Expect(notice).ToContainTextAsync("take InteractiveServer, or fetch the fragment by URL.");
        });
    }

    [Fact]
    public async Task Widget_ForTheBrowserInProduction_ShowsItsContentAtEachVisitAndIsLoggedOnce()
    {
        await using var site = await AutoSite.StartAsync("Production");
        await VisitThreeTimesAsync(site, ForTheBrowser, async (page, path) =>
        {
            await Assertions.Expect(page.Locator(".sw-recent-smokes")).ToHaveCountAsync(0);
            if (path == "/auto/page") (await page.Locator(".own").AllTextContentsAsync()).ShouldBe(["Quiet so far.", "Come in."]);
            // The other one of the page has no render mode.
            else await Assertions.Expect(page.Locator(".sw-cigar-cards .sw-card")).ToHaveCountAsync(2);
        });
        string[] leftOut =
        [
            "<recent-smokes> on /auto/widget", "<recent-smokes> on /webassembly/widget", "<recent-smokes> on /auto/page",
            "<guests-online> on /auto/page",
        ];
        var entries = Entries(site);
        entries.Count.ShouldBe(leftOut.Length);
        foreach (var widget in leftOut) entries.ShouldContain(e => e.StartsWith($"{widget} is left out: {Reason}"));
    }

    [Fact]
    public async Task Fragment_FetchedByAComponentOfTheClient_IsShownAtEachVisit()
    {
        await using var site = await AutoSite.StartAsync("Production");
        await VisitThreeTimesAsync(site, ["/auto/fragment"], (page, _) =>
            Assertions.Expect(page.Locator(".sw-recent-smokes article")).ToHaveCountAsync(6));
        Entries(site).ShouldBeEmpty();
    }

    [Fact]
    public async Task Widget_InteractiveServer_IsShownAtEachVisit()
    {
        await using var site = await AutoSite.StartAsync("Production");
        await VisitThreeTimesAsync(site, ["/server/widget"], async (page, _) =>
        {
            await Assertions.Expect(page.Locator(".sw-recent-smokes article")).ToHaveCountAsync(6 + 2);
            await Assertions.Expect(page.Locator(".booking")).ToHaveCountAsync(1);
        }, runs: "Server");
        Entries(site).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("SessionsWidgets.BlazorAutoClient/Lately.razor", "@inject HttpClient")]
    [InlineData("SessionsWidgets.BrowserTests/BlazorAuto/OnTheServer.razor", "<Booking ")]
    public void Block_OfTheDocs_IsInTheComponent(string component, string text) =>
        File.ReadAllText(RepositoryFiles.PathOf("tests", component)).ShouldContain(DocBlocks.With("docs/blazor.md", "razor", text).Text);

    /// <summary>What the library has logged, without how long a busy machine takes.</summary>
    private static List<string> Entries(AutoSite site) =>
        [.. site.Log.OwnEntries.Where(e => !e.StartsWith("Upstream is slow", StringComparison.Ordinal))];

    /// <param name="site">The site.</param>
    /// <param name="paths">The pages.</param>
    /// <param name="check">What is true of a page at each visit.</param>
    /// <param name="runs">Where the counter runs from the second visit on. Blazor does not start WebAssembly beside a circuit.</param>
    private async Task VisitThreeTimesAsync(AutoSite site, string[] paths, Func<IPage, string, Task> check, string runs = "WebAssembly")
    {
        var page = await browser.NewPageAsync();
        // A site that ends waits for its circuits.
        await using var visitor = page.Context;
        var problems = new List<string>();
        page.Console += (_, message) => { if (message.Type is "error" or "warning") problems.Add(message.Text); };
        page.PageError += (_, error) => problems.Add(error);
        for (var visit = 1; visit <= 3; visit++)
        {
            foreach (var path in paths)
            {
                await page.GotoAsync(new Uri(site.Url, path).AbsoluteUri);
                await page.WaitForFunctionAsync("() => document.querySelector('#runs').textContent", null, InTime);
                if (visit > 1) await Assertions.Expect(page.Locator("#runs")).ToHaveTextAsync(runs);
                await page.ClickAsync("#count");
                await Assertions.Expect(page.Locator("#clicks")).ToHaveTextAsync("1");
                await check(page, path);
                // Blazor writes this down when it has the runtime.
                await page.WaitForFunctionAsync(
                    "() => Object.keys(localStorage).some(key => key.startsWith('blazor-resource-hash'))", null, InTime);
                await Assertions.Expect(page.Locator("#blazor-error-ui")).ToBeHiddenAsync();
                problems.ShouldBeEmpty($"{path}, visit {visit}");
            }
        }
    }
}
