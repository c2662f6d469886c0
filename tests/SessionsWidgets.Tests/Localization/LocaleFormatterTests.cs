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

    private static Locale Locale(string language) => Locales.Find(language)!;
}
