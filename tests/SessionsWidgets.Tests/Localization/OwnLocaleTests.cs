using SessionsWidgets.TestSupport;

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
    public void Read_TextsOfTheHosts_AreThereForItsTemplates() =>
        Read("en", """{ "language": "en", "texts": { "humidor": "Our {count} cigars" } }""")
            .Find("humidor")!.Parts.ToArray()
            .ShouldBe([("Our ", "count"), (" cigars", null)]);

    [Theory]
    [InlineData("""{ "direction": "ltr" }""", "missing required properties including: 'language'")]
    [InlineData("null", "locales/xx.json: language is missing; it must be a language tag such as 'en'.")]
    [InlineData("""{ "language": null }""", "locales/xx.json: language is missing; it must be a language tag such as 'en'.")]
    [InlineData("""{ "language": "not a tag" }""", "locales/xx.json: language is 'not a tag'; it must be a language tag such as 'en'.")]
    [InlineData("""{ "language": "xx", "direction": "up" }""", "locales/xx.json: direction is 'up'; it must be 'ltr' or 'rtl'.")]
    [InlineData("""{ "language": "xx", "decimal": "" }""", "locales/xx.json: decimal is ''; it must be a mark such as '.'.")]
    [InlineData("""{ "language": "xx", "months": ["a"] }""", "locales/xx.json: months is '1 names'; it must have 12.")]
    [InlineData("""{ "language": "xx", "month": [] }""", "The JSON property 'month' could not be mapped")]
    [InlineData(
        """{ "language": "xx", "texts": { "a": 5 } }""",
        "locales/xx.json: texts.a is '5'; it must be a text, or an object with a text for each plural category.")]
    [InlineData(
        """{ "language": "xx", "texts": { "a": { "one": 1 } } }""",
        "locales/xx.json: texts.a is '{ \"one\": 1 }'; it must be a text, or an object")]
    [InlineData(
        """{ "language": "xx", "dates": { "date": null } }""",
        "locales/xx.json: dates.date is 'null'; it must be a pattern such as '{d} {MMM} {yyyy}'.")]
    public void Read_AWrongFile_IsRefusedWithPlaceAndRemedy(string json, string message) =>
        Should.Throw<ParameterException>(() => Read("xx", json)).Message.ShouldContain(message);

    private Locale Read(string language, string json)
    {
        _folder.Write($"locales/{language}.json", json);
        return new LocaleSet(LocaleSet.BuiltIn.Concat(TemplateFolder.Read(_folder.Path).Locales)).Find(language)!;
    }

    private static string Text(Locale locale) => $"{locale.Date(new DateTime(2026, 8, 3), "date")}, {locale.Text("hours_ago", 2)}";
}
