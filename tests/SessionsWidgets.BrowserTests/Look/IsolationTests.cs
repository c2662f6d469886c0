using System.Text;
using Microsoft.Playwright;

namespace SessionsWidgets.BrowserTests.Look;

/// <summary>Isolated widgets look as the others do, whatever the page's styles are, and have the page's color scheme.</summary>
public sealed class IsolationTests(Browser browser) : IClassFixture<Browser>
{
    private const string Site = "http://lounge.example/";
    private const string Light = "rgb(255, 253, 249)";
    private const string Dark = "rgb(33, 26, 21)";

    /// <summary>Nothing is stronger. What is inherited on purpose is left out.</summary>
    private const string Rules = """
        body *:not(.sw-isolated) {
          display: inline !important; float: left !important; padding: 30px !important; border: 3px solid red !important;
          background: pink !important; width: 50px !important; font-size: 50px !important; color: lime !important; fill: red !important
        }
        .sw-isolated *, .sw, .sw * { visibility: hidden !important }
        """;

    /// <summary>What every element looks like, in the page itself or in shadow roots.</summary>
    private const string Look = """
        () => {
          const hosts = [...document.querySelectorAll('.sw-isolated')];
          const all = root => [...root.querySelectorAll('.sw, .sw *')];
          const found = hosts.length ? hosts.flatMap(h => all(h.shadowRoot)) : all(document);
          return found.map(e => {
            const style = getComputedStyle(e), box = e.getBoundingClientRect();
            return `${e.tagName}.${e.getAttribute('class')} ${Math.round(box.width)}x${Math.round(box.height)} `
              + ['display', 'visibility', 'float', 'padding', 'border', 'backgroundColor', 'color', 'font', 'fill']
                .map(n => `${n}: ${style[n]}`).join('; ');
          });
        }
        """;

    private const string Grounds =
        "() => [...document.querySelectorAll('.sw-isolated')].flatMap(h => [...h.shadowRoot.querySelectorAll('.sw-panel')])"
        + ".map(p => getComputedStyle(p).backgroundColor)";

    [Fact]
    public async Task Widgets_Isolated_LookAsTheOthersAmongAnyRules()
    {
        var plain = await AllWidgets.RenderAsync();
        var isolated = await AllWidgets.RenderAsync(isolation: new Isolation("/widgets.css"));
        const string Body = "<style>body { margin: 20px; font: 16px/1.5 sans-serif }</style>";
        var expected = await OpenAsync($"{Body}<link rel=\"stylesheet\" href=\"/widgets.css\"><body>{plain}");
        var page = await OpenAsync($"{Body}<style>{Rules}</style><body>{isolated}");

        var looks = await expected.EvaluateAsync<string[]>(Look);
        looks.Length.ShouldBeGreaterThan(500);
        var isolatedLooks = await page.EvaluateAsync<string[]>(Look);
        isolatedLooks.Length.ShouldBe(looks.Length);
        isolatedLooks.Zip(looks).Where(l => l.First != l.Second)
            .Select(l => $"{l.First}\n    instead of {l.Second}").ShouldBeEmpty();
        var heights = new[] { page, expected }.Select(p => p.EvaluateAsync<int>("() => document.documentElement.scrollHeight"));
        (await Task.WhenAll(heights)).Distinct().ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("<html>", "", Light, Light)]
    [InlineData("<html style=\"color-scheme: dark\">", "", Dark, Dark)]
    [InlineData("<html style=\"color-scheme: light dark\">", "", Light, Dark)]
    [InlineData("<html data-sw-theme=\"dark\"><link rel=\"stylesheet\" href=\"/widgets.css\">", "", Dark, Dark)]
    [InlineData("<html class=\"dark\"><link rel=\"stylesheet\" href=\"/widgets.css\">", "", Dark, Dark)]
    [InlineData("<html style=\"color-scheme: dark\">", "data-sw-theme=\"light\" ", Light, Light)]
    [InlineData("<html>", "data-sw-theme=\"dark\" ", Dark, Dark)]
    [InlineData("<html>", "data-sw-theme=\"auto\" ", Light, Dark)]
    public async Task Widget_Isolated_HasTheSchemeOfThePageOrItsOwn(string start, string attribute, string underLight, string underDark)
    {
        var widget = $"<div {attribute}class=\"sw-isolated\"><template shadowrootmode=\"open\"><link rel=\"stylesheet\" "
            + "href=\"/widgets.css\"><section class=\"sw\"><div class=\"sw-panel\">.</div></section></template></div>";
        (await (await OpenAsync(start + widget)).EvaluateAsync<string[]>(Grounds)).ShouldBe([underLight]);
        (await (await OpenAsync(start + widget, ColorScheme.Dark)).EvaluateAsync<string[]>(Grounds)).ShouldBe([underDark]);
    }

    private async Task<IPage> OpenAsync(string html, ColorScheme system = ColorScheme.Light)
    {
        var page = await browser.NewPageAsync();
        await page.SetViewportSizeAsync(1000, 900);
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = system });
        await page.RouteAsync("**/*", route => route.FulfillAsync(new RouteFulfillOptions
        {
            ContentType = route.Request.Url == Site ? "text/html; charset=utf-8" : "text/css",
            Body = route.Request.Url == Site
                ? $"<!DOCTYPE html><meta charset=\"utf-8\"><title>.</title>{html}"
                : Encoding.UTF8.GetString(BuiltInTemplates.Stylesheet.Span),
        }));
        await page.GotoAsync(Site);
        return page;
    }
}
