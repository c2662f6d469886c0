using SessionsWidgets.TestSupport;
using SessionsWidgets.Tests.Templates;

namespace SessionsWidgets.Tests.Localization;

/// <summary>What a file of a regional language leaves out comes from its language, then from English.</summary>
public sealed class RegionalLanguageTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly SessionsClient _client = new(new SessionsClientOptions());
    private LocaleSet? _locales;

    public void Dispose()
    {
        _client.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("fr-CA", "fr")]
    [InlineData("ar-EG", "ar")]
    [InlineData("de-AT", "de")]
    [InlineData("en-GB", "en")]
    [InlineData("es-419", "es")]
    public void Find_FileWithOneText_TakesTheRestFromTheLanguage(string region, string language)
    {
        Write(region, """, "texts": { "all_sessions": "Our own" }""");

        var (own, parent) = (Locale(region), Locale(language));

        own.Language.ShouldBe(region);
        own.Find("all_sessions")!.Constant.ShouldBe("Our own");
        own.Find("all_cigars").ShouldBeSameAs(parent.Find("all_cigars"));
        (own.Direction, own.Decimal, own.Group).ShouldBe((parent.Direction, parent.Decimal, parent.Group));
        (own.Months, own.MonthsShort, own.Days, own.DaysShort).ShouldBe((parent.Months, parent.MonthsShort, parent.Days, parent.DaysShort));
        own.FindDate("date_time").ShouldBeSameAs(parent.FindDate("date_time"));
        foreach (var count in (long[])[0, 1, 2, 3, 11, 100, 101, 1_000_000]) Hours(own, count).ShouldBe(Hours(parent, count));
    }

    [Theory]
    [InlineData("fr-CA", 0, "one")]
    [InlineData("fr-CA", 1, "one")]
    [InlineData("fr-CA", 2, "other")]
    [InlineData("de-AT", 0, "other")]
    [InlineData("de-AT", 1, "one")]
    [InlineData("ar-EG", 0, "zero")]
    [InlineData("ar-EG", 2, "two")]
    [InlineData("ar-EG", 105, "few")]
    [InlineData("ar-EG", 11, "many")]
    [InlineData("ar-EG", 100, "other")]
    [InlineData("ru-KZ", 21, "one")]
    [InlineData("zh-Hant-TW", 1, "other")]
    public void Find_PluralsOfItsOwn_AreChosenByTheLanguagesRules(string region, long count, string form)
    {
        var forms = string.Join(", ", ((string[])["zero", "one", "two", "few", "many", "other"]).Select(f => $"\"{f}\": \"{f}\""));
        Write(region, $$""", "texts": { "hours_ago": { {{forms}} } }""");

        Hours(Locale(region), count).ShouldBe(form);
    }

    [Fact]
    public void Find_PluralFormLeftOut_ComesFromTheLanguage()
    {
        Write("ar-EG", """, "texts": { "hours_ago": { "one": "own" }, "days_ago": { } }""");

        var own = Locale("ar-EG");

        Hours(own, 1).ShouldBe("own");
        foreach (var count in (long[])[0, 2, 3, 11, 100]) Hours(own, count).ShouldBe(Hours(Locale("ar"), count));
        own.Find("days_ago", 3).ShouldBeSameAs(Locale("ar").Find("days_ago", 3));
    }

    [Fact]
    public void Find_HostsFilesOfLanguageAndRegion_GoFromTheRegionToEnglish()
    {
        // By name, the region's file comes before the language's.
        Write("fr-CA", """, "texts": { "region": "fr-CA" }""");
        Write("fr", """, "texts": { "region": "fr", "language": "fr" }""");
        Write("en", """, "texts": { "region": "en", "language": "en", "english": "en" }""");

        Texts("fr-CA").ShouldBe(["fr-CA", "fr", "en"]);
        Texts("fr").ShouldBe(["fr", "fr", "en"]);
        // The library's own file of a language sees the host's English too.
        Texts("de").ShouldBe(["en", "en", "en"]);
        Locale("fr-CA").Find("all_cigars")!.Constant.ShouldBe("Tous les cigares");

        string?[] Texts(string language) =>
            [.. ((string[])["region", "language", "english"]).Select(key => Locale(language).Find(key)?.Constant)];
    }

    [Fact]
    public void Find_TagOfSeveralParts_GoesUpPartByPart()
    {
        Write("zh-Hant-HK", """, "texts": { "a": "HK" }""");
        Write("zh-Hant", """, "direction": "rtl", "texts": { "a": "Hant", "b": "Hant" }""");

        var own = Locale("zh-Hant-HK");

        (own.Find("a")!.Constant, own.Find("b")!.Constant, own.Find("all_cigars")!.Constant).ShouldBe(("HK", "Hant", "All cigars"));
        own.Direction.ShouldBe("rtl");
        Locale("zh-Hant-TW").Language.ShouldBe("zh-Hant");
    }

    [Theory]
    [InlineData("fr-CA", "fr")]
    [InlineData("ar-EG", "ar")]
    [InlineData("de-AT", "de")]
    [InlineData("DE-at", "de")]
    [InlineData("de-AT-1996", "de")]
    public void FindLocale_WithoutAFile_IsTheLanguages(string region, string language) => Locale(region).ShouldBeSameAs(Locale(language));

    [Theory]
    [InlineData("fr-CA", "fr", true)]
    [InlineData("ar-EG", "ar", true)]
    [InlineData("de-AT", "de", true)]
    [InlineData("fr-CA", "fr", false)]
    [InlineData("ar-EG", "ar", false)]
    [InlineData("de-AT", "de", false)]
    public async Task RenderAsync_RegionalLanguage_IsTheLanguagesButForWhatItSaysItself(string region, string language, bool hasFile)
    {
        if (hasFile) Write(region, """, "texts": { "recent_smokes": "Our own heading" }""");
        using var handler = new StubHandler(TemplateCase.Full);
        await using var client = new SessionsClient(new SessionsClientOptions
        {
            ApiBaseUrl = new Uri("https://api.example.com"), HttpHandler = handler,
            TimeProvider = new ManualClock(), WaitingClock = new ManualClock(), Culture = region,
        });
        var renderer = new WidgetRenderer(client, new WidgetRendererOptions { TemplateFolder = _folder.Path });
        var business = client.GetBusiness(BusinessType.Venue, "lounge");

        var expected = await RenderAsync(language);
        if (hasFile)
        {
            var heading = renderer.Templates.Locales.Find(language)!.Find("recent_smokes")!.Constant!;
            expected = expected
                .Replace($"lang=\"{language}\"", $"lang=\"{region}\"", StringComparison.Ordinal)
                .Replace(heading, "Our own heading", StringComparison.Ordinal);
            expected.ShouldContain("Our own heading");
        }

        (await RenderAsync(region)).ShouldBe(expected);
        (await RenderAsync(null)).ShouldBe(expected);
        (await RenderAsync(null, "es", region)).ShouldBe(expected);

        async Task<string> RenderAsync(string? lang, string? culture = null, string? ofTheRequest = null)
        {
            var where = culture is null ? business : client.GetBusiness(new BusinessOptions { BusinessId = "lounge", Culture = culture });
            var widget = new RecentSmokes { Id = "x", Language = lang };
            var fragment = await renderer.RenderAsync(where, widget, new RenderRequest { Language = ofTheRequest });
            fragment.Origin.ShouldBe(FragmentOrigin.Fresh);
            return fragment.ToString();
        }
    }

    private static string? Hours(Locale locale, long count) =>
        string.Concat(locale.Find("hours_ago", count)!.Parts.ToArray().Select(p => p.Gap is null ? p.Literal : $"{p.Literal}{{{p.Gap}}}"));

    private void Write(string language, string more) =>
        _folder.Write($"locales/{language}.json", $$"""{ "language": "{{language}}"{{more}} }""");

    private Locale Locale(string language) =>
        Locales.Find(language) ?? throw new InvalidOperationException($"There are no texts in {language}.");

    private LocaleSet Locales =>
        _locales ??= new WidgetRenderer(_client, new WidgetRendererOptions { TemplateFolder = _folder.Path }).Templates.Locales;
}
