using Microsoft.Playwright;

namespace SessionsWidgets.GeneratorTests;

/// <summary>The sites in Debian's Chromium.</summary>
[Collection(nameof(GeneratorSites))]
public sealed class BrowserTests(GeneratorSites sites) : IAsyncLifetime
{
    private IPlaywright _playwright = null!;
    private IBrowser _browser = null!;

    public async Task InitializeAsync()
    {
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = "/usr/bin/chromium",
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"],
        });
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
    }

    public static TheoryData<string> Names => GeneratorSites.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Pages_OfAGeneratorsSite_ShowTheirWidgetsInTheirLook(string generator)
    {
        var site = await sites.GetAsync(generator);
        await using var server = await StaticServer.StartAsync(site.BuiltFolder);
        foreach (var (path, widgets) in ((string, int)[])[("/", 1), ("/humidor/", 1), ("/journal/", 1), ("/journal/a-quiet-sunday/", 3)])
        {
            var (page, problems) = await OpenAsync(new Uri(server.Url, path));

            (await page.Locator("section.sw").CountAsync()).ShouldBe(widgets, path);
            foreach (var widget in await page.Locator("section.sw").AllAsync())
            {
                (await widget.IsVisibleAsync()).ShouldBeTrue(path);
                (await widget.Locator("article, li").CountAsync()).ShouldBeGreaterThan(0, path);
                // By the stylesheet alone, a widget is a container for its own breakpoints.
                (await widget.EvaluateAsync<string>("e => getComputedStyle(e).containerName")).ShouldBe("sw", path);
                // No paragraph of the page holds it.
                (await widget.EvaluateAsync<bool>("e => e.closest('p') === null")).ShouldBeTrue(path);
            }

            problems.ShouldBeEmpty(path);
        }
    }

    [Fact]
    public async Task Content_OfATag_HasTheLookOfThePage()
    {
        var site = await sites.GetAsync("hugo");
        await using var server = await StaticServer.StartAsync(site.BuiltFolder);

        var (page, problems) = await OpenAsync(new Uri(server.Url, "/second-room/"));

        (await page.Locator("main > p.quiet").IsVisibleAsync()).ShouldBeTrue();
        (await page.Locator(".sw").CountAsync()).ShouldBe(0);
        problems.ShouldBeEmpty();
    }

    [Fact]
    public async Task Component_WithAScopedStyle_KeepsItAroundTheWidget()
    {
        var site = await sites.GetAsync("astro");
        await using var server = await StaticServer.StartAsync(site.BuiltFolder);

        var (page, _) = await OpenAsync(new Uri(server.Url, "/journal/blend-night/"));

        var aside = page.Locator("aside:has(.sw-recent-check-ins)");
        (await aside.EvaluateAsync<string>("e => getComputedStyle(e).borderBlockStartStyle")).ShouldBe("solid");
        // The component's rule for paragraphs is for those that stand in it, not for those of the widget.
        (await aside.Locator(".sw p").First.EvaluateAsync<string>("e => getComputedStyle(e).fontStyle")).ShouldBe("normal");
    }

    private async Task<(IPage Page, List<string> Problems)> OpenAsync(Uri url)
    {
        var page = await (await _browser.NewContextAsync()).NewPageAsync();
        var problems = new List<string>();
        page.Console += (_, message) => { if (message.Type is "error" or "warning") problems.Add(message.Text); };
        page.PageError += (_, error) => problems.Add(error);
        page.RequestFailed += (_, request) => problems.Add($"{request.Url} failed");
        page.Response += (_, response) => { if (response.Status >= 400) problems.Add($"{response.Url} answered {response.Status}"); };
        await page.GotoAsync(url.AbsoluteUri, new PageGotoOptions { WaitUntil = WaitUntilState.NetworkIdle });
        return (page, problems);
    }
}
