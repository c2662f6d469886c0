namespace SessionsWidgets.Tests.Localization;

public class LocaleFormatterTests
{
    private static readonly LocaleSet Locales = new([]);

    [Theory]
    [InlineData("en", 70, false, "1\u00A0h\u00A010\u00A0min")]
    [InlineData("en", 70, true, "1 hour 10 minutes")]
    [InlineData("en", 60, false, "1\u00A0h")]
    [InlineData("en", 45, true, "45 minutes")]
    [InlineData("en", 0, true, "under a minute")]
    [InlineData("en", 1441, true, "24 hours 1 minute")]
    [InlineData("de", 70, true, "1 Stunde 10 Minuten")]
    [InlineData("es", 125, true, "2 horas y 5 minutos")]
    [InlineData("fr", 61, true, "1 heure 1 minute")]
    [InlineData("ar", 125, true, "ساعتان و5 دقائق")]
    public void Duration_InALanguage_IsAsItWrites(string language, int minutes, bool inWords, string expected) =>
        Locale(language).Duration(TimeSpan.FromMinutes(minutes), inWords).ShouldBe(expected);

    [Theory]
    [InlineData(0, "PT0S")]
    [InlineData(59, "PT59S")]
    [InlineData(4200, "PT1H10M")]
    [InlineData(3600, "PT1H")]
    [InlineData(90061, "PT25H1M1S")]
    public void IsoDuration_Seconds_AreIso8601(int seconds, string expected) =>
        LocaleFormatter.IsoDuration(TimeSpan.FromSeconds(seconds)).ShouldBe(expected);

    [Theory]
    [InlineData("en", 4.75, "4.8")]
    [InlineData("en", 5, "5.0")]
    [InlineData("de", 4.75, "4,8")]
    [InlineData("en", 4.85, "4.9")]
    public void Rating_InALanguage_HasOneDecimal(string language, double rating, string expected) =>
        Locale(language).Rating(rating).ShouldBe(expected);

    [Theory]
    [InlineData(0, "0")]
    [InlineData(999, "999")]
    [InlineData(1204, "1,204")]
    [InlineData(1002003, "1,002,003")]
    [InlineData(-1204, "\u22121,204")]
    public void Number_Thousands_AreGrouped(long number, string expected) => Locale("en").Number(number).ShouldBe(expected);

    [Theory]
    [InlineData("ar", 0, "zero")]
    [InlineData("ar", 1, "one")]
    [InlineData("ar", 2, "two")]
    [InlineData("ar", 105, "few")]
    [InlineData("ar", 11, "many")]
    [InlineData("ar", 100, "other")]
    [InlineData("fr", 0, "one")]
    [InlineData("en", 0, "other")]
    [InlineData("ru", 21, "one")]
    [InlineData("ru", 12, "many")]
    [InlineData("pl", 22, "few")]
    public void CategoryOf_Count_FollowsTheLanguagesRules(string language, long count, string category) =>
        Plural.CategoryOf(count, language).ShouldBe(category);

    [Fact]
    public void Locales_EveryOne_HasEveryTextOfEnglishWithTheSameGaps()
    {
        var keys = LocaleSet.BuiltIn.ToDictionary(
            l => l.Source, l => LocaleFile.Parse(l.Json, l.Source).Texts.Keys.Order().ToList());
        foreach (var language in Locales.Languages.Where(l => l != "en"))
        {
            keys[$"locales/{language}.json"].ShouldBe(keys["locales/en.json"], language);
            foreach (var key in keys["locales/en.json"])
                foreach (var count in (long[])[0, 1, 2, 5, 11, 100])
                    Gaps(Locale(language).Find(key, count)!).Except(Gaps(Locale("en").Find(key, 5)!)).ShouldBeEmpty($"{language}: {key}");
        }
    }

    private static IEnumerable<string> Gaps(TextPattern pattern) => pattern.Parts.ToArray().Select(p => p.Gap).OfType<string>();

    private static Locale Locale(string language) => Locales.Find(language)!;
}
