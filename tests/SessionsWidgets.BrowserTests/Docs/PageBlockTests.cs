using System.Text.RegularExpressions;
using Microsoft.Playwright;
using SessionsWidgets.BrowserTests.Look;
using SessionsWidgets.TestSupport.Docs;

namespace SessionsWidgets.BrowserTests.Docs;

/// <summary>The blocks that a browser runs: styles, scripts, and the header of a policy.</summary>
public sealed partial class PageBlockTests(Browser browser) : IClassFixture<Browser>
{
    /// <summary>What the widgets look like.</summary>
    private const string Look = """
        () => [...document.querySelectorAll('.sw, .sw *')].map(e => {
          const style = getComputedStyle(e);
          return ['color', 'backgroundColor', 'fontFamily', 'fontWeight'].map(name => style[name]).join(';');
        }).join('\n')
        """;

    /// <summary>No declaration is without effect, such as one of a misspelt property.</summary>
    [Fact]
    public async Task Declarations_OfTheCssBlocks_EachChangeTheLook()
    {
        var page = await browser.NewPageAsync();
        var widgets = await AllWidgets.RenderAsync(states: false);
        var plain = await LookAsync("");
        var blocks = DocBlocks.Of("css");
        blocks.ShouldNotBeEmpty();
        foreach (var block in blocks)
        {
            var declarations = Declaration().Matches(block.Text).Select(m => m.Value).ToList();
            declarations.ShouldNotBeEmpty(block.ToString());
            foreach (var declaration in declarations)
                (await LookAsync($"<style>:root {{ {declaration} }}</style>")).ShouldNotBe(plain, $"{block}: {declaration}");
            (await LookAsync($"<style>{block.Text}</style>")).ShouldNotBe(plain, block.ToString());
        }

        // In both schemes: that of the visitor's system, and the other one below.
        async Task<string> LookAsync(string head)
        {
            await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Dark });
            await page.SetContentAsync(AllWidgets.Page($"{widgets}<div data-sw-theme=\"dark\">{widgets}</div>", head));
            return await page.EvaluateAsync<string>(Look);
        }
    }

    [Fact]
    public async Task Switch_OfTheThemingPage_KeepsWidgetsLight()
    {
        var start = DocBlocks.With("docs/theming.md", "html", "data-sw-theme").Text;
        var page = await browser.NewPageAsync();
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Dark });
        var light = AllWidgets.Page(await AllWidgets.RenderAsync(states: false));
        var looks = new List<string>();
        foreach (var html in (string[])[start, "<html>", "<html data-sw-theme=\"auto\">"])
        {
            await page.SetContentAsync(light.Replace("<html lang=\"en\">", html, StringComparison.Ordinal));
            looks.Add(await page.EvaluateAsync<string>(Look));
        }

        looks[0].ShouldBe(looks[1]);
        looks[0].ShouldNotBe(looks[2]);
    }

    [Fact]
    public async Task Script_OfTheFragmentsPage_ShowsTheWidgetAndKeepsItBeforeANotice()
    {
        var block = DocBlocks.With("docs/fragments.md", "html", "data-widget=\"/widgets").Text;
        var script = DocBlocks.On("docs/fragments.md", "js").ShouldHaveSingleItem().Text;
        var page = await browser.NewPageAsync();
        var problems = Chromium.CollectProblems(page);
        var address = new Uri(browser.Url, "/own-script").AbsoluteUri;
        await page.RouteAsync(address, route => route.FulfillAsync(new RouteFulfillOptions
        {
            ContentType = "text/html; charset=utf-8", Body = $"<!doctype html><title>.</title><link rel=icon href=data:,>{block}",
        }));
        await page.RouteAsync(
            new Uri(browser.Url, "/js/widgets.js").AbsoluteUri,
            route => route.FulfillAsync(new RouteFulfillOptions { ContentType = "text/javascript", Body = script }));
        await page.GotoAsync(address);
        var articles = page.Locator("[data-widget] .sw-recent-smokes article");
        await Assertions.Expect(articles).ToHaveCountAsync(6);

        await page.RouteAsync("**/widgets/**", route => route.FulfillAsync(new RouteFulfillOptions
        {
            ContentType = "text/html; charset=utf-8", Body = "<p>Later</p>", Headers = [new("Cache-Control", "no-store")],
        }));
        await page.EvaluateAsync("() => load(document.querySelector('[data-widget]'))");

        (await articles.CountAsync()).ShouldBe(6);
        problems.ShouldBeEmpty();
    }

    /// <summary>The sample's pages load everything under this policy.</summary>
    [Fact]
    public async Task Policy_OfTheSecurityPage_IsTheSamples()
    {
        using var http = new HttpClient();
        using var answer = await http.GetAsync(browser.Url);
        var policy = $"Content-Security-Policy: {answer.Headers.GetValues("Content-Security-Policy").Single()}";
        DocBlocks.With("docs/security.md", "", "Content-Security-Policy").Text.ShouldBe(policy);
    }

    [GeneratedRegex(@"[\w-]+: [^;{}]+;", RegexOptions.None, 1000)]
    private static partial Regex Declaration();
}
