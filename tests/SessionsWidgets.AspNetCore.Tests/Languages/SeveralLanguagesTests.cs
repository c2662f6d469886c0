using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Localization;
using SessionsWidgets.TestSupport;

namespace SessionsWidgets.AspNetCore.Tests.Languages;

/// <summary>A site in several languages, by the lines of the README.</summary>
public sealed class SeveralLanguagesTests
{
    [Fact]
    public void Lines_OfTheDoc_AreThoseOfThisTest()
    {
        var test = File.ReadAllText(
            RepositoryFiles.PathOf("tests", "SessionsWidgets.AspNetCore.Tests", "Languages", "SeveralLanguagesTests.cs"));
        var doc = Readme.Blocks(RepositoryFiles.PathOf("docs", "languages.md"), "csharp").ShouldHaveSingleItem();
        foreach (var line in doc.Split('\n')) test.ShouldContain(line);
    }

    [Theory]
    [InlineData("", null, null, "en")]
    [InlineData("?culture=de", null, null, "de")]
    [InlineData("", "ar", null, "ar")]
    [InlineData("", null, "de-AT,de;q=0.9", "de")]
    [InlineData("?culture=de", "ar", "en", "de")]
    [InlineData("", "ar", "de", "ar")]
    [InlineData("?culture=fr", null, "fr", "en")]
    public async Task Widget_OfALocalizedSite_IsInTheLanguageOfTheRequest(string query, string? cookie, string? accepted, string language)
    {
        await using var site = await StartAsync();

        (await LanguageAsync(site, query, cookie, accepted)).ShouldBe(language);
    }

    [Fact]
    public async Task Widget_AskedForInTurns_IsNeverInAnothersLanguage()
    {
        await using var site = await StartAsync();
        // Rendered widgets are kept from the second time on.
        for (var i = 0; i < 4; i++)
            foreach (var language in (string[])["en", "de", "ar"])
                (await LanguageAsync(site, "", language, null)).ShouldBe(language);

        site.Sandbox.Requests.Count.ShouldBe(1);
    }

    private static Task<TestSite> StartAsync() => TestSite.StartAsync(map: app =>
    {
        string[] languages = ["en", "de", "ar"];
        app.UseRequestLocalization(site => site.SetDefaultCulture("en").AddSupportedCultures(languages).AddSupportedUICultures(languages));
    });

    private static async Task<string> LanguageAsync(TestSite site, string query, string? cookie, string? accepted)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/Plain" + query);
        if (cookie is not null)
        {
            var value = CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(cookie));
            request.Headers.Add("Cookie", $"{CookieRequestCultureProvider.DefaultCookieName}={Uri.EscapeDataString(value)}");
        }

        if (accepted is not null) request.Headers.Add("Accept-Language", accepted);
        using var response = await site.Http.SendAsync(request);
        var widget = new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync()).QuerySelector(".sw-recent-smokes")!;
        (widget.GetAttribute("dir") == "rtl").ShouldBe(widget.GetAttribute("lang") == "ar");
        return widget.GetAttribute("lang")!;
    }
}
