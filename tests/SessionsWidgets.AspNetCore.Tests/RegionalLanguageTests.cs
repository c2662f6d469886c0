using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using SessionsWidgets.AspNetCore.Tests.Components;
using SessionsWidgets.TestSupport;
using SessionsWidgets.TestSupport.Docs;

namespace SessionsWidgets.AspNetCore.Tests;

/// <summary>The parameter <c>lang</c> with a regional language, on every surface of a web site.</summary>
public sealed class RegionalLanguageTests : IDisposable
{
    private const string Heading = "Our own heading";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("fr-CA", "fr", "Dernières dégustations", "Toutes les dégustations")]
    [InlineData("ar-EG", "ar", "أحدث الجلسات", "كل الجلسات")]
    [InlineData("de-AT", "de", "Zuletzt geraucht", "Alle Sessions")]
    public async Task Lang_RegionalLanguage_IsTheLanguagesButForWhatItsFileSays(string region, string language, string heading, string link)
    {
        await using (var site = await StartAsync())
        {
            var page = await PageAsync(site, Addresses(language)[0]);
            foreach (var address in Addresses(region)) (await PageAsync(site, address)).ShouldBe(page, address);
        }

        _folder.Write($"locales/{region}.json", $$"""{ "language": "{{region}}", "texts": { "recent_smokes": "{{Heading}}" } }""");
        await using (var site = await StartAsync())
        {
            var page = await PageAsync(site, Addresses(language)[0]);
            page.ShouldContain(heading);
            page.ShouldContain(link);
            var expected = page
                .Replace($"lang=\"{language}\"", $"lang=\"{region}\"", StringComparison.Ordinal)
                .Replace(heading, Heading, StringComparison.Ordinal);
            foreach (var address in Addresses(region)) (await PageAsync(site, address)).ShouldBe(expected, address);
        }
    }

    [Fact]
    public async Task Lang_LanguageOfTheHosts_IsThereByOneFile()
    {
        _folder.Write("locales/sv.json", DocBlocks.With("docs/languages.md", "json", "\"sv\"").Text);
        await using var site = await StartAsync(("SessionsWidgets:Culture", "sv"));

        var page = await PageAsync(site, Addresses("sv")[0]);
        foreach (var text in (string[])["lang=\"sv\" dir=\"ltr\"", "Nyligen rökt", "Alla rökstunder", "Röker just nu", "timmar sedan"])
            page.ShouldContain(text);
        foreach (var address in Addresses("sv")) (await PageAsync(site, address)).ShouldBe(page, address);
        (await site.Http.GetStringAsync(new Uri("/widgets/cigar-cards", UriKind.Relative))).ShouldContain("Mest rökta cigarrer");
    }

    private static string[] Addresses(string language) =>
    [
        $"/Language/{language}",
        $"/blazor/any/recent-smokes?limit=6&id=x&all-url=/all&lang={language}",
        $"/widgets/recent-smokes?limit=6&id=x&all-url=/all&lang={language}",
    ];

    private static async Task<string> PageAsync(TestSite site, string address) =>
        address.StartsWith("/widgets/", StringComparison.Ordinal)
            ? await site.Http.GetStringAsync(new Uri(address, UriKind.Relative))
            : await site.MainAsync(address);

    private Task<TestSite> StartAsync(params (string, string)[] settings) => TestSite.StartAsync(
        configure: widgets => widgets.Services.AddRazorComponents(),
        map: app =>
        {
            app.UseAntiforgery();
            app.MapRazorComponents<App>();
            app.MapSessionsWidgets("/widgets", options =>
            {
                options.AllowedParameters.Add("id");
                options.AllowedParameters.Add("all-url");
            });
        },
        settings: [("SessionsWidgets:Templates", _folder.Path), .. settings]);
}
