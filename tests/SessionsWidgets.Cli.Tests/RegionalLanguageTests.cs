using System.Text.Json;
using SessionsWidgets.Cli.Tests.Build;
using SessionsWidgets.TestSupport;
using SessionsWidgets.TestSupport.Docs;

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

    [Fact]
    public async Task Lang_LanguageOfTheHosts_IsThereByOneFile()
    {
        Site.File("site/own/locales/sv.json", DocBlocks.With("docs/languages.md", "json", "\"sv\"").Text);

        var fragment = await RenderAsync("sv");
        foreach (var text in (string[])["lang=\"sv\" dir=\"ltr\"", "Nyligen rökt", "Röker just nu"]) fragment.ShouldContain(text);
        (await RenderAsync(null, "sv")).ShouldBe(fragment);
        var page = await BuildAsync("sv");
        foreach (var text in (string[])["Nyligen rökt", "18 juli 2026"]) page.ShouldContain(text);
    }

    [Fact]
    public async Task Check_LanguageOfTheHosts_ListsWhatIsEnglishAndFormsThatAreMissing()
    {
        Site.File("site/own/locales/sv.json", DocBlocks.With("docs/languages.md", "json", "\"sv\"").Text);
        Site.File("site/own/locales/lt.json", """
            {
              "language": "lt",
              "texts": { "smokes": { "one": "{count} cigaras", "other": "{count} cigarų" }, "pages": { "one": "Puslapis" } }
            }
            """);
        // These leave the rest to their language.
        Site.File("site/own/locales/sv-FI.json", """{ "language": "sv-FI", "texts": { "where": "Plats" } }""");
        Site.File("site/own/locales/de.json", """{ "language": "de", "texts": { "where": "Wo", "days_ago": { "one": "gestern" } } }""");

        var run = await CliRun.Of(["check", Site.PathOf("site/own")], Site.PathOf("site"), Site.Clock);

        run.ExitCode.ShouldBe(0, run.Error);
        using var file = JsonDocument.Parse(File.ReadAllBytes(RepositoryFiles.PathOf("templates", "locales", "en.json")));
        var english = file.RootElement.GetProperty("texts").EnumerateObject().Count();
        run.Output.Split('\n').Where(line => line.StartsWith("warning: ", StringComparison.Ordinal)).ShouldBe(
        [
            $"warning: locales/lt.json: {english - 2 + 15} entries are those of English: decimal, group, months, months_short, days, "
                + $"days_short, dates.date, dates.date_long, dates.day, dates.time and {english - 2 + 5} more (eject locales/en has all).",
            "warning: locales/lt.json: texts.smokes has no 'few', which this language has: 'other' stands in.",
            "warning: locales/lt.json: texts.pages has no 'other': numbers that have no form here are in English.",
            $"warning: locales/sv.json: {english - 49} entries are those of English: texts.guests_online, texts.guest_visits, "
                + "texts.wifi_time, texts.guest_sessions, texts.lounge_activity, texts.a_few, texts.a_few_visits, texts.few, "
                + $"texts.on_wifi_now, texts.on_wifi_then and {english - 59} more (eject locales/en has all).",
        ]);
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
