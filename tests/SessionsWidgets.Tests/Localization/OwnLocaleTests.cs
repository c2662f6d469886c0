using SessionsWidgets.TestSupport;
using SessionsWidgets.Tests.Templates;

namespace SessionsWidgets.Tests.Localization;

/// <summary>A host's own files of texts: what they leave out, and what is wrong with them.</summary>
public sealed class OwnLocaleTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Read_OneText_LeavesTheRestOfTheLanguageAsItIs()
    {
        var german = Read("de", """{ "language": "de", "texts": { "all_sessions": "Jede Session" } }""");

        german.Find("all_sessions")!.Constant.ShouldBe("Jede Session");
        german.Find("all_cigars")!.Constant.ShouldBe("Alle Zigarren");
        german.Months[2].ShouldBe("März");
        german.Decimal.ShouldBe(",");
        Text(german).ShouldBe("3. Aug. 2026, vor 2 Stunden");
    }

    [Fact]
    public void Read_AnotherLanguage_TakesWhatItLeavesOutFromEnglish()
    {
        var hebrew = Read("he", """
            {
              "language": "he", "direction": "rtl", "dates": { "date": "{d}.{M}.{yyyy}" },
              "texts": { "hours_ago": { "one": "לפני שעה", "other": "לפני {count} שעות" } }
            }
            """);

        hebrew.Direction.ShouldBe("rtl");
        hebrew.Find("all_sessions")!.Constant.ShouldBe("All sessions");
        hebrew.Days[0].ShouldBe("Sunday");
        Text(hebrew).ShouldBe("3.8.2026, לפני 2 שעות");
    }

    [Fact]
    public void Read_FormsOfTheLanguageAlone_DoNotComeFromEnglish()
    {
        _folder.Write("locales/en.json", """{ "language": "en", "first_day": "1st", "group_from": 6 }""");
        var finnish = Read("fi", """{ "language": "fi", "group": "\u00a0" }""");
        var french = Read("fr", """{ "language": "fr", "group_from": 5 }""");

        finnish.Number(1204).ShouldBe("1\u00A0204");
        finnish.Date(new DateTime(2026, 5, 1), "day").ShouldBe("1 May");
        french.Date(new DateTime(2026, 5, 1), "day").ShouldBe("1er mai");
        french.Number(1204).ShouldBe("1204");
        new LocaleSet(TemplateFolder.Read(_folder.Path).Locales).Find("en-GB")!.Date(new DateTime(2026, 5, 1), "day").ShouldBe("1st May");
    }

    [Fact]
    public void Read_TextsOfTheHosts_AreThereForItsTemplates() =>
        Read("en", """{ "language": "en", "texts": { "humidor": "Our {count} cigars" } }""")
            .Find("humidor")!.Parts.ToArray()
            .ShouldBe([("Our ", "count"), (" cigars", null)]);

    [Theory]
    [InlineData("{rating} of 5", "", " of 5")]
    [InlineData("Stars: {rating}", "Stars: ", "")]
    public async Task Rated_WhereverTheNumberStands_HasItsWordsAroundIt(string text, string before, string after)
    {
        _folder.Write("locales/en.json", $$"""{ "language": "en", "texts": { "rated": "{{text}}" } }""");
        using var handler = new StubHandler(TemplateCase.Full);
        await using var client = new SessionsClient(new SessionsClientOptions
        {
            ApiBaseUrl = new Uri("https://api.example.com"), HttpHandler = handler,
            TimeProvider = new ManualClock(), WaitingClock = new ManualClock(),
        });
        var renderer = new WidgetRenderer(client, new WidgetRendererOptions { TemplateFolder = _folder.Path });

        var html = (await renderer.RenderAsync(client.GetBusiness(BusinessType.Venue, "lounge"), new RecentSmokes())).ToString();

        html.ShouldContain($"<span class=\"sw-hidden\">{before}</span>4.8<span class=\"sw-hidden\">{after}</span>");
    }

    [Fact]
    public void Read_AFileWithAByteOrderMark_IsRead() =>
        Read("en", "\uFEFF{ \"language\": \"en\", \"texts\": { \"humidor\": \"Ours\" } }").Find("humidor")!.Constant.ShouldBe("Ours");

    [Theory]
    [InlineData("""{ "direction": "ltr" }""", ":1:1: language is missing; it must be a language tag such as 'en'.")]
    [InlineData("null", ":1:1: it must be an object of entries: { \"language\": \"sv\", \"texts\": { … } }.")]
    [InlineData("[]", ":1:1: it must be an object of entries: { \"language\": \"sv\", \"texts\": { … } }.")]
    [InlineData("", ":1:1: it must be a locale file: The input does not contain any JSON tokens.")]
    [InlineData("""{ "language": null }""", ":1:15: language is missing; it must be a language tag such as 'en'.")]
    [InlineData("""{ "language": "not a tag" }""", ":1:15: language is 'not a tag'; it must be a language tag such as 'en'.")]
    [InlineData("""{ "language": ["xx"] }""", ":1:15: language is '[\"xx\"]'; it must be a language tag such as 'en'.")]
    [InlineData("""{ "language": "xx", "direction": "up" }""", ":1:34: direction is 'up'; it must be 'ltr' or 'rtl'.")]
    [InlineData("""{ "language": "xx", "decimal": "" }""", ":1:32: decimal is ''; it must be a mark such as '.'.")]
    [InlineData("""{ "language": "xx", "group": 1 }""", ":1:30: group is '1'; it must be a mark such as ',', or empty for none.")]
    [InlineData("""{ "language": "xx", "months": ["a"] }""", ":1:31: months must have 12 names, not 1.")]
    [InlineData(
        """{ "language": "xx", "months": "Gennaio" }""",
        ":1:31: months is 'Gennaio'; it must be a list of 12 names: [\"January\", …].")]
    [InlineData(
        "{ \"language\": \"xx\",\n  \"days\": [\"é\", 2] }",
        ":2:17: days.1 is '2'; it must be a name in quotes, such as \"Sunday\".")]
    [InlineData(
        "{ \"language\": \"xx\",\n  \"days\": [null] }",
        ":2:12: days.0 is 'null'; it must be a name in quotes, such as \"Sunday\".")]
    [InlineData(
        """{ "language": "xx", "month": [] }""",
        ":1:30: there is no entry 'month' (did you mean 'months'?): a locale file takes language, ")]
    [InlineData(
        "{ // comment\n\t\"language\": \"xx\", \"all_sessions\": \"a\", }",
        ":2:36: there is no entry 'all_sessions': a locale file takes")]
    [InlineData("""{ "language": "xx", "texts": [] }""", ":1:30: texts is '[]'; it must be an object: { \"key\": \"value\", … }.")]
    [InlineData(
        """{ "language": "xx", "texts": { "a": 5 } }""",
        ":1:37: texts.a is '5'; it must be a text, or an object with a text for each plural category.")]
    [InlineData(
        """{ "language": "xx", "texts": { "a": { "one": 1 } } }""",
        ":1:37: texts.a is '{ \"one\": 1 }'; it must be a text, or an object")]
    [InlineData(
        """{ "language": "xx", "dates": { "date": null } }""",
        ":1:40: dates.date is 'null'; it must be a pattern such as '{d} {MMM} {yyyy}'.")]
    [InlineData(
        """{ "language": "xx", "dates": { "date": "{d} {mmm}" } }""",
        ":1:40: dates.date is '{d} {mmm}'; there is no '{mmm}': a pattern takes {d}, {dd}, {ddd}, {dddd}, {M}, ")]
    [InlineData(
        """{ "language": "xx", "texts": { "a": { "one": "1", "others": "2" } } }""",
        ":1:37: texts.a has the form 'others' (did you mean 'other'?): plural categories are zero, one, two, few, many, other.")]
    [InlineData("""{ "language": "xx", "group_from": 3 }""", ":1:35: group_from is '3'; it must be a number from 4 to 9.")]
    [InlineData("""{ "language": "xx", "group_from": "5" }""", ":1:35: group_from is '5'; it must be a number from 4 to 9.")]
    [InlineData("""{ "language": "xx", "first_day": "" }""", ":1:34: first_day is ''; it must be a day such as '1er'.")]
    public void Read_AWrongFile_IsRefusedWithPlaceAndRemedy(string json, string message)
    {
        var error = Should.Throw<ParameterException>(() => Read("xx", json));
        error.Message.ShouldStartWith($"locales/xx.json{message}");
        foreach (var word in (string[])["System.", "SessionsWidgets", "deserializ", ".NET", "isFinalBlock"])
            error.Message.ShouldNotContain(word);
    }

    private Locale Read(string language, string json)
    {
        _folder.Write($"locales/{language}.json", json);
        return new LocaleSet(TemplateFolder.Read(_folder.Path).Locales).Find(language)!;
    }

    private static string Text(Locale locale) => $"{locale.Date(new DateTime(2026, 8, 3), "date")}, {locale.Text("hours_ago", 2)}";
}
