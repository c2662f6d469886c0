using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace SessionsWidgets.BrowserTests;

/// <summary>The sample site in several languages.</summary>
public sealed class LanguageSwitchTests(Browser browser) : IClassFixture<Browser>
{
    [Theory]
    [InlineData("Deutsch", "de", "ltr", "Zuletzt geraucht")]
    [InlineData("Español", "es", "ltr", null)]
    [InlineData("Français", "fr", "ltr", null)]
    [InlineData("العربية", "ar", "rtl", null)]
    public async Task Switch_Pressed_ShowsTheSamePageAndTheOthersInThatLanguage(string name, string tag, string direction, string? heading)
    {
        var (page, problems) = await browser.OpenAsync("/?tonight=1");

        await page.GetByTitle(name, new() { Exact = true }).ClickAsync();

        new Uri(page.Url).PathAndQuery.ShouldBe("/?tonight=1");
        await ShouldBeInAsync(page, tag, direction);
        if (heading is not null) (await page.Locator(".sw-recent-smokes h2").First.InnerTextAsync()).ShouldBe(heading);
        (await page.Locator("h1").InnerTextAsync()).ShouldNotContain("quiet");
        (await page.Locator(".languages [aria-current]").GetAttributeAsync("value")).ShouldBe(tag);
        await page.GotoAsync(new Uri(browser.Url, "/wifi").AbsoluteUri);
        await ShouldBeInAsync(page, tag, direction);
        problems.ShouldBeEmpty();
    }

    [Fact]
    public async Task Switch_PressedByOneVisitor_ChangesNothingForOthers()
    {
        var (german, _) = await browser.OpenAsync("/");
        await german.Locator(".languages [value=de]").ClickAsync();
        await ShouldBeInAsync(german, "de", "ltr");

        var (english, _) = await browser.OpenAsync("/");
        await ShouldBeInAsync(english, "en", "ltr");
        await german.ReloadAsync();
        await ShouldBeInAsync(german, "de", "ltr");
    }

    [Fact]
    public async Task Switch_InAPageWithItsLanguageInTheUrl_LeavesThatLanguage()
    {
        var (page, _) = await browser.OpenAsync("/events?culture=ar&ui-culture=ar&seats=2");
        await ShouldBeInAsync(page, "ar", "rtl");

        await page.Locator(".languages [value=fr]").ClickAsync();

        new Uri(page.Url).PathAndQuery.ShouldBe("/events?seats=2");
        await ShouldBeInAsync(page, "fr", "ltr");
    }

    [Fact]
    public async Task Page_BrowserAsksForALanguage_IsInIt()
    {
        var page = await browser.NewPageAsync("de");
        await page.GotoAsync(new Uri(browser.Url, "/").AbsoluteUri);
        await ShouldBeInAsync(page, "de", "ltr");
    }

    [Theory]
    [InlineData("//example.com/")]
    [InlineData("https://example.com/")]
    [InlineData("/\\example.com")]
    [InlineData("/é?q=ü")]
    [InlineData("")]
    public async Task Switch_ReturnUrlOfAnotherSite_LeadsHome(string returnUrl)
    {
        using var response = await PostAsync(("culture", "de"), ("returnUrl", returnUrl));
        response.Headers.Location!.OriginalString.ShouldBe("/");
    }

    [Theory]
    [InlineData("xx")]
    [InlineData("DE")]
    [InlineData("c=de|uic=de")]
    public async Task Switch_LanguageThatTheSiteHasNot_IsRefusedWithoutACookie(string culture)
    {
        using var response = await PostAsync(("culture", culture), ("returnUrl", "/"));
        ((int)response.StatusCode).ShouldBe(400);
        response.Headers.Contains("Set-Cookie").ShouldBeFalse();
    }

    [Theory]
    [InlineData("/?culture=ar", 360)]
    [InlineData("/?culture=ar", 1280)]
    [InlineData("/?culture=de", 360)]
    [InlineData("/wifi?culture=fr", 360)]
    public async Task Page_InAnotherLanguage_DoesNotScrollSidewaysAndIsAccessible(string path, int width)
    {
        var (page, _) = await browser.OpenAsync(path, width);
        (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(width);
        var result = await page.RunAxe(new Deque.AxeCore.Commons.AxeRunContext { Include = [new(".top")] });
        result.Violations.Select(v => $"{v.Id}: {v.Help} ({v.Nodes.Length}): {v.Nodes[0].Html}").ShouldBeEmpty();
    }

    private async Task<HttpResponseMessage> PostAsync(params (string Name, string Value)[] fields)
    {
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        using var form = new FormUrlEncodedContent(fields.Select(f => new KeyValuePair<string, string>(f.Name, f.Value)));
        return await http.PostAsync(new Uri(browser.Url, "/language"), form);
    }

    private static async Task ShouldBeInAsync(IPage page, string tag, string direction)
    {
        (await page.Locator("html").GetAttributeAsync("lang")).ShouldBe(tag);
        (await page.Locator("html").GetAttributeAsync("dir")).ShouldBe(direction);
        var widgets = await page.Locator(".sw").EvaluateAllAsync<string[]>("all => all.map(w => w.lang)");
        widgets.ShouldNotBeEmpty();
        widgets.ShouldAllBe(l => l == tag);
    }
}
