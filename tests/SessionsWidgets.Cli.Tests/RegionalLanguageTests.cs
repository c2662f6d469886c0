using SessionsWidgets.Cli.Tests.Build;

namespace SessionsWidgets.Cli.Tests;

/// <summary>The parameter <c>lang</c> and the setting <c>Culture</c> with a regional language, on the command line.</summary>
public sealed class RegionalLanguageTests : BuildTests
{
    private const string Heading = "Our own heading";

    [Theory]
    [InlineData("fr-CA", "fr", "Dernières dégustations")]
    [InlineData("ar-EG", "ar", "أحدث الجلسات")]
    [InlineData("de-AT", "de", "Zuletzt geraucht")]
    public async Task Lang_RegionalLanguage_IsTheLanguagesButForWhatItsFileSays(string region, string language, string heading)
    {
        var without = await RenderAsync(language);
        without.ShouldContain(heading);
        (await RenderAsync(region)).ShouldBe(without);
        (await RenderAsync(null, region)).ShouldBe(without);
        (await BuildAsync(region)).ShouldBe(await BuildAsync(language));

        Site.File($"site/own/locales/{region}.json", $$"""{ "language": "{{region}}", "texts": { "recent_smokes": "{{Heading}}" } }""");

        (await RenderAsync(region)).ShouldBe(Regional(without));
        (await RenderAsync(null, region)).ShouldBe(Regional(without));
        (await BuildAsync(region)).ShouldBe(Regional(await BuildAsync(language)));

        string Regional(string html) => html
            .Replace($"lang=\"{language}\"", $"lang=\"{region}\"", StringComparison.Ordinal)
            .Replace(heading, Heading, StringComparison.Ordinal);
    }

    private async Task<string> RenderAsync(string? lang, string culture = "en")
    {
        string[] language = lang is null ? [] : ["--lang", lang];
        Directory.CreateDirectory(Site.PathOf("site/own"));
        var run = await CliRun.Of(
            ["render", "recent-smokes", "--id", "x", "--culture", culture, "--templates", Site.PathOf("site/own"), .. language],
            Site.PathOf("site"), Site.Clock, ("SessionsWidgets__ApiKey", Site.Sandbox.ApiKey));
        run.ExitCode.ShouldBe(0, run.Error);
        return run.Output;
    }

    private async Task<string> BuildAsync(string lang)
    {
        Site.Page("index.html", $"<main><recent-smokes id=x lang={lang}></recent-smokes></main>");
        var run = await Site.BuildAsync("--templates", Site.PathOf("site/own"));
        run.ExitCode.ShouldBe(0, run.Error);
        return Site.BuiltText("index.html");
    }
}
