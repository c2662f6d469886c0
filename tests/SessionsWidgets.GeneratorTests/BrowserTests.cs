using SessionsWidgets.BrowserTests;

namespace SessionsWidgets.GeneratorTests;

/// <summary>The sites in Debian's Chromium.</summary>
[Collection(nameof(GeneratorSites))]
public sealed class BrowserTests(GeneratorSites sites, Browser browser) : IClassFixture<Browser>
{
    public static TheoryData<string> Names => GeneratorSites.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Pages_OfAGeneratorsSite_ShowTheirWidgetsInTheirLook(string generator)
    {
        var site = await sites.GetAsync(generator);
        await using var server = await StaticServer.StartAsync(site.BuiltFolder);
        foreach (var (path, widgets) in ((string, int)[])[("/", 1), ("/humidor/", 1), ("/journal/", 1), ("/journal/a-quiet-sunday/", 3)])
        {
            var (page, problems) = await browser.OpenAsync(new Uri(server.Url, path));

            (await page.Locator("section.sw").CountAsync()).ShouldBe(widgets, path);
            foreach (var widget in await page.Locator("section.sw").AllAsync())
            {
                (await widget.IsVisibleAsync()).ShouldBeTrue(path);
                (await widget.Locator("article, li").CountAsync()).ShouldBeGreaterThan(0, path);
                // By the stylesheet alone, a widget is a container for its own breakpoints.
                (await widget.EvaluateAsync<string>("e => getComputedStyle(e).containerName")).ShouldBe("sw", path);
            }

            problems.ShouldBeEmpty(path);
            (await Axe.ViolationsAsync(page)).ShouldBeEmpty(path);
        }
    }

    [Fact]
    public async Task Content_OfATag_HasTheLookOfThePage()
    {
        var site = await sites.GetAsync("hugo");
        await using var server = await StaticServer.StartAsync(site.BuiltFolder);

        var (page, problems) = await browser.OpenAsync(new Uri(server.Url, "/second-room/"));

        (await page.Locator("main > p.quiet").IsVisibleAsync()).ShouldBeTrue();
        (await page.Locator(".sw").CountAsync()).ShouldBe(0);
        problems.ShouldBeEmpty();
    }

    [Fact]
    public async Task Component_WithAScopedStyle_KeepsItAroundTheWidget()
    {
        var site = await sites.GetAsync("astro");
        await using var server = await StaticServer.StartAsync(site.BuiltFolder);

        var (page, _) = await browser.OpenAsync(new Uri(server.Url, "/journal/blend-night/"));

        var aside = page.Locator("aside:has(.sw-recent-check-ins)");
        (await aside.EvaluateAsync<string>("e => getComputedStyle(e).borderBlockStartStyle")).ShouldBe("solid");
        // The component's rule for paragraphs is for those that stand in it, not for those of the widget.
        (await aside.Locator(".sw p").First.EvaluateAsync<string>("e => getComputedStyle(e).fontStyle")).ShouldBe("normal");
    }
}
