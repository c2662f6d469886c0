using Microsoft.Playwright;
using SessionsWidgets.TestSupport;

namespace SessionsWidgets.BrowserTests.Serve;

/// <summary>A page of <c>sessions-widgets serve</c> in the browser, which follows its files without being loaded by the test.</summary>
public sealed class ServedPageTests : IAsyncLifetime
{
    private const string Page = """
        <!doctype html>
        <html lang="en">
        <head><meta charset="utf-8"><title>Lounge</title><link rel="stylesheet" href="sessions-widgets.css"></head>
        <body><h1>One</h1><recent-smokes limit="2"></recent-smokes></body>
        </html>
        """;

    private readonly TemporaryFolder _folder = new();
    private TalkingProcess _server = null!;
    private IPlaywright _playwright = null!;
    private IBrowser _browser = null!;
    private Uri _url = null!;

    public async Task InitializeAsync()
    {
        _folder.Write("site/index.html", Page);
        _folder.Write("site/about.html", Page.Replace("One", "About"));
        _folder.Write("own/partials/none.liquid", "");
        var program = Path.Combine(RepositoryFiles.OutputOf("src", "SessionsWidgets.Cli"), "sessions-widgets.dll");
        _server = TalkingProcess.Start(
            _folder.Path, "dotnet", program, "serve", "site", "--sandbox", "--templates", _folder.PathOf("own"));
        _url = await _server.ServesAsync();
        _playwright = await Playwright.CreateAsync();
        _browser = await Chromium.LaunchAsync(_playwright);
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
        await _server.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Serve_PageTemplateAndTextChangeAndBreak_ThePageFollows()
    {
        var page = await _browser.NewPageAsync();
        var about = await _browser.NewPageAsync();
        await page.GotoAsync(_url.AbsoluteUri);
        await about.GotoAsync(new Uri(_url, "about").AbsoluteUri);
        var aboutLoads = 0;
        about.Load += (_, _) => aboutLoads++;
        await Assertions.Expect(page.Locator("article")).ToHaveCountAsync(2);

        // The page: changed as editors do, broken, mended.
        _folder.Write("next.html", Page.Replace("One", "Two"));
        File.Move(_folder.PathOf("next.html"), _folder.PathOf("site/index.html"), overwrite: true);
        await ShowsAsync("h1", "Two");
        _folder.Write("site/index.html", Page.Replace("limit=\"2\"", "limit=\"<i>\""));
        await ShowsAsync("h1", "index.html cannot be built");
        await ShowsAsync("code", $"{Path.Combine("site", "index.html")}:4:34");
        await ShowsAsync("p", "limit is '<i>'; it must be a whole number from 1 to 1000.");
        _folder.Write("site/index.html", Page.Replace("One", "Three"));
        await ShowsAsync("h1", "Three");
        // The other page looks as before.
        aboutLoads.ShouldBe(0);

        // A template: on both pages.
        _folder.Write("own/recent-smokes.liquid", "<b>mine</b>");
        await ShowsAsync("b", "mine");
        await Assertions.Expect(about.Locator("b")).ToHaveTextAsync("mine");
        _folder.Write("own/recent-smokes.liquid", "<b>{{ heading | nofilter }}</b>");
        await ShowsAsync("h1", "index.html cannot be built");
        await ShowsAsync("p", "recent-smokes", "nofilter");
        await Assertions.Expect(about.Locator("h1")).ToHaveTextAsync("about.html cannot be built");
        File.Delete(_folder.PathOf("own/recent-smokes.liquid"));
        await Assertions.Expect(page.Locator("article")).ToHaveCountAsync(2);

        // A text.
        _folder.Write("own/locales/en.json", """{ "language": "en", "texts": { "recent_smokes": "Lately" } }""");
        await ShowsAsync("h2", "Lately");
        _folder.Write("own/locales/en.json", "{ ");
        await ShowsAsync("h1", "index.html cannot be built");
        await ShowsAsync("p", "locales/en.json");
        _folder.Write("own/locales/en.json", """{ "language": "en", "texts": { "recent_smokes": "Now" } }""");
        await ShowsAsync("h2", "Now");

        // A page that is gone, and back.
        await page.GotoAsync(new Uri(_url, "about").AbsoluteUri);
        File.Delete(_folder.PathOf("site/about.html"));
        await ShowsAsync("h1", "There is no such page");
        _folder.Write("site/about.html", Page.Replace("One", "Back"));
        await ShowsAsync("h1", "Back");

        async Task ShowsAsync(string selector, params string[] texts)
        {
            foreach (var text in texts)
            {
                try
                {
                    await Assertions.Expect(page.Locator(selector).First).ToContainTextAsync(
                        text, new LocatorAssertionsToContainTextOptions { Timeout = 15_000 });
                }
                catch (PlaywrightException e)
                {
                    throw new InvalidOperationException($"{e.Message}\n{await page.ContentAsync()}\n{_server.Output}{_server.Error}", e);
                }
            }
        }
    }

    [Fact]
    public async Task Serve_TabOutOfSightAndBack_HoldsNoConnectionAndFollows()
    {
        var page = await _browser.NewPageAsync();
        await page.GotoAsync(_url.AbsoluteUri);
        // As browsers do with a tab behind others.
        await page.EvaluateAsync(
            """
            () => {
              Object.defineProperty(document, "visibilityState", { value: "hidden", configurable: true });
              document.dispatchEvent(new Event("visibilitychange"));
            }
            """);
        _folder.Write("site/index.html", Page.Replace("One", "Two"));
        await _server.SaysAsync("index.html changed: 1 page built");
        (await page.Locator("h1").TextContentAsync()).ShouldBe("One");
        await page.EvaluateAsync(
            """
            () => {
              Object.defineProperty(document, "visibilityState", { value: "visible", configurable: true });
              document.dispatchEvent(new Event("visibilitychange"));
            }
            """);
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Two");
    }
}
