using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace SessionsWidgets.BrowserTests.Preview;

/// <summary>The gallery of the sample site, page by page in one browser.</summary>
public sealed class GalleryTests(Browser browser) : IClassFixture<Browser>
{
    private static readonly string[] Pages = ["", .. WidgetCatalog.BuiltIn.Definitions.Select(d => $"en/{d.Name}.html")];

    [Fact]
    public async Task Pages_LightAndDarkNarrowAndWide_AreAccessibleAndNothingOverflows()
    {
        var wrong = await Task.WhenAll(CheckAsync(360, "Light"), CheckAsync(1280, "Dark"));
        wrong.SelectMany(w => w).ShouldBeEmpty();
    }

    [Fact]
    public async Task Switches_AreKeptFromPageToPageAndWorkWithoutScript()
    {
        var (page, problems) = await browser.OpenAsync("/gallery/en/recent-smokes.html");
        var box = page.Locator("#full .gl-box");
        await page.GetByRole(AriaRole.Radio, new() { Name = "300" }).CheckAsync();
        await page.GetByRole(AriaRole.Radio, new() { Name = "Dark" }).CheckAsync();
        await page.GetByText("English").First.ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Deutsch" }).ClickAsync();
        await page.WaitForURLAsync("**/de/recent-smokes.html?width=300&scheme=dark");
        await page.GetByRole(AriaRole.Link, new() { Name = "cigar-cards" }).ClickAsync();
        await page.WaitForURLAsync("**/de/cigar-cards.html?width=300&scheme=dark");
        (await box.EvaluateAsync<double>("e => e.getBoundingClientRect().width")).ShouldBe(300);
        (await box.EvaluateAsync<string>("e => getComputedStyle(e).colorScheme")).ShouldBe("dark");
        (await box.Locator(".sw").GetAttributeAsync("lang")).ShouldBe("de");
        problems.ShouldBeEmpty();

        var plain = await browser.NewPageAsync(script: false);
        await plain.GotoAsync(new Uri(browser.Url, "/gallery/en/wifi-time.html").AbsoluteUri);
        await plain.GetByRole(AriaRole.Radio, new() { Name = "180" }).CheckAsync();
        await plain.GetByRole(AriaRole.Radio, new() { Name = "Light" }).CheckAsync();
        var bounds = await plain.Locator("#full .gl-box").BoundingBoxAsync();
        bounds!.Width.ShouldBe(180);
    }

    [Fact]
    public async Task Pictures_OfTheExampleData_AreThere()
    {
        var (page, problems) = await browser.OpenAsync("/gallery/en/recent-smokes.html");
        foreach (var picture in await page.Locator("#layout-grid img").AllAsync())
        {
            await picture.ScrollIntoViewIfNeededAsync();
            await page.WaitForFunctionAsync("img => img.complete && img.naturalWidth > 0", await picture.ElementHandleAsync());
        }

        problems.ShouldBeEmpty();
    }

    /// <summary>Looks at all pages, one after the other.</summary>
    private async Task<List<string>> CheckAsync(int width, string scheme)
    {
        var (page, wrong) = await browser.OpenAsync("/gallery", width);
        foreach (var path in Pages)
        {
            await page.GotoAsync(new Uri(browser.Url, $"/gallery/{path}").AbsoluteUri);
            await page.GetByRole(AriaRole.Radio, new() { Name = scheme }).CheckAsync();
            var overflow = await page.EvaluateAsync<int>("document.documentElement.scrollWidth") - width;
            if (overflow > 0) wrong.Add($"{path} at {width}: {overflow} pixels too wide");
            var result = await page.RunAxe(new AxeRunOptions { ResultTypes = [ResultType.Violations] });
            wrong.AddRange(result.Violations.Select(
                v => $"{path} at {width}, {scheme}: {v.Id} ({v.Nodes.Length}): {v.Nodes[0].Html}"));
        }

        return wrong;
    }
}
