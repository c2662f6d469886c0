using System.Collections.Concurrent;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace SessionsWidgets.BrowserTests;

public sealed class LoungeSiteTests(Browser browser) : IClassFixture<Browser>
{
    [Theory]
    [InlineData("/")]
    [InlineData("/sessions")]
    [InlineData("/humidor")]
    [InlineData("/wifi")]
    public async Task Page_OpenedInABrowser_HasNoProblems(string path)
    {
        var (page, problems) = await browser.OpenAsync(path);
        problems.ShouldBeEmpty();
        (await page.Locator(".sw").CountAsync()).ShouldBeGreaterThan(0);
        (await page.Locator(".sw-fallback, .sw-error").CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task Home_OpenedInABrowser_ShowsAllWidgetsWithTheirPictures()
    {
        var (page, _) = await browser.OpenAsync("/");
        (await page.Locator(".sw-recent-smokes .sw-rows .sw-session").CountAsync()).ShouldBe(8);
        (await page.Locator(".sw-recent-smokes .sw-cards .sw-card").CountAsync()).ShouldBeGreaterThanOrEqualTo(3);
        (await page.Locator(".sw-cigar-cards .sw-card").CountAsync()).ShouldBe(4);
        (await page.Locator(".sw-session-card").CountAsync()).ShouldBe(1);
        var pictures = page.Locator(".sw img");
        (await pictures.CountAsync()).ShouldBeGreaterThan(5);
        foreach (var picture in await pictures.AllAsync())
        {
            await picture.ScrollIntoViewIfNeededAsync();
            await page.WaitForFunctionAsync("img => img.complete && img.naturalWidth > 0", await picture.ElementHandleAsync());
        }
    }

    /// <summary>Every page under the site's own policy, with everything that it loads, as far down as it goes.</summary>
    [Fact]
    public async Task Pages_All_LoadNothingFromElsewhere()
    {
        var page = await browser.NewPageAsync();
        var problems = Chromium.CollectProblems(page);
        var requests = new ConcurrentQueue<Uri>();
        page.Request += (_, request) => requests.Enqueue(new Uri(request.Url));
        foreach (var path in (string[])["/", "/sessions", "/events", "/humidor", "/wifi", "/sign-in", "/cigars/cgr_10001"])
        {
            var response = await page.GotoAsync(
                new Uri(browser.Url, path).AbsoluteUri, new PageGotoOptions { WaitUntil = WaitUntilState.NetworkIdle });
            (await response!.HeaderValueAsync("content-security-policy")).ShouldBe("default-src 'self'");
            foreach (var picture in await page.Locator("img").AllAsync())
            {
                await picture.ScrollIntoViewIfNeededAsync();
                await picture.EvaluateAsync("img => img.decode()");
            }
        }

        problems.ShouldBeEmpty();
        requests.Select(r => r.GetLeftPart(UriPartial.Authority)).Distinct()
            .ShouldBe([browser.Url.GetLeftPart(UriPartial.Authority)]);
        requests.Where(r => r.AbsolutePath.StartsWith("/widgets/pictures/", StringComparison.Ordinal)).Distinct().Count()
            .ShouldBeGreaterThan(20);
    }

    /// <summary>What sticks out of the window: the elements that no other one holds in.</summary>
    private const string Overflow = """
        () => {
          const root = document.documentElement;
          if (root.scrollWidth <= root.clientWidth) return [];
          return [...document.body.querySelectorAll('*')].filter(e => e.getBoundingClientRect().right > root.clientWidth + 1
            || e.getBoundingClientRect().left < -1).map(e => `${e.tagName}.${e.getAttribute('class')}`);
        }
        """;

    [Theory]
    [InlineData("/")]
    [InlineData("/sessions")]
    [InlineData("/sessions?recent-smokes-page=2")]
    [InlineData("/humidor")]
    [InlineData("/events")]
    [InlineData("/wifi")]
    [InlineData("/cigars/cgr_10011")]
    [InlineData("/sign-in")]
    [InlineData("/nothing-here")]
    public async Task Page_AtAnyWidthInLightAndDark_IsAccessibleAndDoesNotScrollSideways(string path)
    {
        var (page, _) = await browser.OpenAsync(path);
        foreach (var width in (int[])[1280, 768, 360])
        {
            await page.SetViewportSizeAsync(width, 900);
            foreach (var scheme in width == 768 ? [] : (ColorScheme[])[ColorScheme.Light, ColorScheme.Dark])
            {
                await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme });
                (await ViolationsAsync(page)).ShouldBeEmpty($"{path} at {width}, {scheme}");
            }

            (await page.EvaluateAsync<string[]>(Overflow)).ShouldBeEmpty($"{path} at {width}");
        }

        await page.EvaluateAsync("document.documentElement.style.fontSize = '200%'");
        (await page.EvaluateAsync<string[]>(Overflow)).ShouldBeEmpty($"{path} at 360, text of twice its size");
    }

    [Fact]
    public async Task Page_ThatDoesNotExist_SaysSoAndLeadsBack()
    {
        var page = await browser.NewPageAsync("de");
        var response = await page.GotoAsync(new Uri(browser.Url, "/nothing-here?x=1").AbsoluteUri);
        response!.Status.ShouldBe(404);
        (await page.Locator("h1").InnerTextAsync()).ShouldBe("Hier sitzt niemand");
        (await page.Locator("[name=returnUrl]").GetAttributeAsync("value")).ShouldBe("/nothing-here?x=1");
        await page.Locator("main a.button").ClickAsync();
        new Uri(page.Url).AbsolutePath.ShouldBe("/");
    }

    [Fact]
    public async Task Home_Hero_LoadsItsPictureFirstAndShowsOtherPeopleThanTheLists()
    {
        var (page, _) = await browser.OpenAsync("/");
        var picture = page.Locator("#newest .sw-photo");
        (await picture.GetAttributeAsync("loading")).ShouldBe("eager");
        (await picture.GetAttributeAsync("fetchpriority")).ShouldBe("high");
        var articles = await page.Locator(".sw-session-card article, .sw-recent-smokes article").EvaluateAllAsync<string[]>(
            "all => all.map(a => a.getAttribute('aria-label'))");
        articles.ShouldBeUnique();
    }

    [Fact]
    public async Task Sessions_NextPage_WithoutScript_ShowsOthersAndLeadsBack()
    {
        var page = await browser.NewPageAsync(script: false);
        await page.GotoAsync(new Uri(browser.Url, "/sessions?seats=2").AbsoluteUri);
        var first = await page.Locator("article").First.InnerTextAsync();
        await page.Locator("[rel=next]").ClickAsync();
        new Uri(page.Url).PathAndQuery.ShouldBe("/sessions?seats=2&recent-smokes-page=2");
        (await page.Locator("article").First.InnerTextAsync()).ShouldNotBe(first);
        await page.Locator("[rel=prev]").ClickAsync();
        new Uri(page.Url).PathAndQuery.ShouldBe("/sessions?seats=2");
        (await page.Locator("article").First.InnerTextAsync()).ShouldBe(first);
    }

    [Fact]
    public async Task Home_SameWidgetsTwice_IsAccessible()
    {
        var (page, _) = await browser.OpenAsync("/");
        await page.Locator("#newest").EvaluateAsync("card => card.removeAttribute('id')");
        foreach (var widget in (string[])[".sw-recent-smokes", ".sw-session-card", ".sw-lounge-activity"])
            await page.Locator(widget).First.EvaluateAsync("element => element.after(element.cloneNode(true))");
        (await ViolationsAsync(page)).ShouldBeEmpty();
        (await page.Locator(".sw [id], .sw[aria-labelledby]").CountAsync()).ShouldBe(0);
    }

    [Theory]
    [InlineData(360, ColorScheme.Light)]
    [InlineData(1280, ColorScheme.Dark)]
    public async Task Staff_AfterSignIn_ShowsTheMaskedTable(int width, ColorScheme scheme)
    {
        var (page, problems) = await browser.OpenAsync("/staff", width, scheme);
        new Uri(page.Url).AbsolutePath.ShouldBe("/sign-in");
        await page.FillAsync("#password", await page.Locator("main strong, .lead strong").InnerTextAsync());
        await page.ClickAsync("button[type=submit]");
        await Assertions.Expect(page.Locator(".sw-table tbody tr")).ToHaveCountAsync(15);
        (await page.Locator(".sw-table").InnerTextAsync()).ShouldContain(":••:••:••:");
        // The table scrolls within its panel, by the keyboard too, and its first column stays.
        var table = page.GetByRole(AriaRole.Group, new() { Name = "Scrolls sideways" });
        await table.FocusAsync();
        (await table.EvaluateAsync<bool>("e => e === document.activeElement")).ShouldBeTrue();
        const string Moved = """
            e => {
              const left = () => [...e.querySelectorAll('tr:last-child > *')].map(c => c.getBoundingClientRect().left);
              const before = left();
              e.scrollLeft = 100;
              return left().map((l, i) => before[i] - l);
            }
            """;
        var moved = await table.EvaluateAsync<double[]>(Moved);
        moved[0].ShouldBe(0);
        if (width == 360) moved[^1].ShouldBe(100);
        (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(width);
        (await ViolationsAsync(page)).ShouldBeEmpty();
        problems.ShouldBeEmpty();
    }

    [Fact]
    public async Task GuestWifi_AfterAMinute_HasTheWidgetAnew()
    {
        var page = await browser.NewPageAsync();
        await page.Clock.InstallAsync();
        await page.GotoAsync(new Uri(browser.Url, "/wifi").AbsoluteUri);
        var place = page.Locator("[data-refresh]");
        var before = await place.Locator(".sw").GetAttributeAsync("id");
        await place.EvaluateAsync("e => { e.textContent = ''; }");
        await page.Clock.FastForwardAsync(60_000);
        await Assertions.Expect(place.Locator(".sw-guests-online .sw-figure")).ToHaveTextAsync("14");
        // By tag or by URL, it is the same fragment.
        (await place.Locator(".sw").GetAttributeAsync("id")).ShouldBe(before);
    }

    [Theory]
    [InlineData(1280, "height")]
    [InlineData(360, "width")]
    public async Task GuestWifi_BarsOfTheChart_AreAsLongAsTheirNumbers(int width, string side)
    {
        var (page, _) = await browser.OpenAsync("/wifi", width);
        // A rule that several frameworks have.
        await page.AddStyleTagAsync(new PageAddStyleTagOptions { Content = "svg { width: auto; height: auto }" });
        var lengths = await page.EvaluateAsync<double[]>(
            $"[...document.querySelectorAll('.sw-bar')].map(b => [...b.querySelectorAll('rect')]"
            + $".map(r => r.getBoundingClientRect().{side}).find(length => length > 0))");
        var numbers = await page.EvaluateAsync<double[]>(
            "[...document.querySelectorAll('.sw-bar .sw-number')].map(n => Number(n.lastChild.textContent) || 0)");
        numbers.Max().ShouldBeGreaterThan(10);
        var unit = lengths.Max() / numbers.Max();
        for (var i = 0; i < lengths.Length; i++) lengths[i].ShouldBe(numbers[i] * unit, 2.5);
    }

    [Fact]
    public async Task Home_Stylesheet_IsTheOneOfTheLibrary()
    {
        var (page, _) = await browser.OpenAsync("/");
        var response =
            await page.APIRequest.GetAsync(new Uri(browser.Url, "/_content/SessionsWidgets.AspNetCore/sessions-widgets.css").AbsoluteUri);
        (await response.BodyAsync()).ShouldBe(BuiltInTemplates.Stylesheet.ToArray());
    }

    [Fact]
    public async Task Home_Source_HoldsNoKey()
    {
        var (page, _) = await browser.OpenAsync("/");
        (await page.ContentAsync()).ShouldNotContain("sandbox-key");
    }

    private static async Task<IEnumerable<string>> ViolationsAsync(IPage page)
    {
        // Best practices included.
        var result = await page.RunAxe();
        return result.Violations.Select(v => $"{v.Id}: {v.Help} ({v.Nodes.Length}): {v.Nodes[0].Html}");
    }
}
