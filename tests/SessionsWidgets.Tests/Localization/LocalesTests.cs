namespace SessionsWidgets.Tests.Localization;

/// <summary>The languages that come with the library: complete, and written as their readers write.</summary>
public class LocalesTests
{
    private static readonly LocaleSet Locales = new([]);
    private static readonly LocaleFile English = FileOf("en");

    [Fact]
    public void BuiltInLanguages_Are_TheTwelve() =>
        LocaleSet.BuiltInLanguages.ShouldBe(["ar", "de", "en", "es", "fr", "it", "ja", "nl", "pl", "pt", "ru", "tr"]);

    [Fact]
    public void File_EveryLanguage_SaysEverythingItself()
    {
        foreach (var (language, file) in Others())
        {
            file.Language.ShouldBe(language);
            foreach (var entry in (object?[])
                [file.Direction, file.Decimal, file.Group, file.Months, file.MonthsShort, file.Days, file.DaysShort])
                entry.ShouldNotBeNull(language);
            file.Texts.Keys.Order().ShouldBe(English.Texts.Keys.Order(), language);
            English.Dates.Keys.Except(file.Dates.Keys).ShouldBeSubsetOf(["clock"], language);
            foreach (var (key, forms) in file.Texts)
            {
                // Two words in a row that are the English ones are not translated.
                foreach (var text in forms.Values.Where(t => t.Split(' ').Count(w => w.Length > 3 && w[0] != '{') > 1))
                    English.Texts[key].Values.Contains(text).ShouldBeFalse($"{language}: {key} is English");
            }
        }
    }

    [Fact]
    public void File_EveryLanguage_HasTheFormsOfItsPlural()
    {
        foreach (var language in LocaleSet.BuiltInLanguages)
        {
            var categories = Plural.CategoriesOf(language).Order().ToList();
            foreach (var (key, forms) in FileOf(language).Texts.Where(t => !t.Value.ContainsKey(LocaleFile.Anything)))
                if (forms.Count > 1) forms.Keys.Order().ToList().ShouldBe(categories, $"{language}: {key}");
                else forms.Keys.ShouldBe([Plural.Other], $"{language}: {key}");
        }
    }

    [Fact]
    public void File_EveryLanguage_HasTheGapsOfEnglish()
    {
        foreach (var (language, file) in Others())
        {
            foreach (var (key, forms) in file.Texts)
            {
                var gaps = Gaps(English.Texts[key].Values.Last()).ToList();
                foreach (var (form, text) in forms)
                {
                    Gaps(text).Except(gaps).ShouldBeEmpty($"{language}: {key}");
                    // "One", "two" and "zero" may be words: "the last day".
                    if (form is not ("zero" or "one" or "two")) Gaps(text).Order().ShouldBe(gaps.Order(), $"{language}: {key} {form}");
                }
            }
        }
    }

    /// <summary>Dates, numbers and durations by Unicode CLDR 48, but that the first of a month may be an ordinal number.</summary>
    [Theory]
    [InlineData("en", "18 Jul 2026", "1 May 2026", "1,204 12,045 4.8", "23 h 59 min", "21 hours 2 minutes")]
    [InlineData("de", "18. Juli 2026", "1. Mai 2026", "1.204 12.045 4,8", "23 Std. 59 Min.", "21 Stunden 2 Minuten")]
    [InlineData("es", "18 jul 2026", "1 de mayo de 2026", "1204 12.045 4,8", "23 h 59 min", "21 horas y 2 minutos")]
    [InlineData("fr", "18 juil. 2026", "1er mai 2026", "1 204 12 045 4,8", "23 h 59 min", "21 heures 2 minutes")]
    [InlineData("ar", "18 يوليو 2026", "1 مايو 2026", "1,204 12,045 4.8", "23 س 59 د", "21 ساعة ودقيقتان")]
    [InlineData("it", "18 lug 2026", "1º maggio 2026", "1204 12.045 4,8", "23 h 59 min", "21 ore e 2 minuti")]
    [InlineData("pt", "18 de jul. de 2026", "1º de maio de 2026", "1.204 12.045 4,8", "23 h 59 min", "21 horas e 2 minutos")]
    [InlineData("nl", "18 jul 2026", "1 mei 2026", "1.204 12.045 4,8", "23 u 59 min", "21 uur en 2 minuten")]
    [InlineData("pl", "18 lip 2026", "1 maja 2026", "1204 12 045 4,8", "23 godz. 59 min", "21 godzin 2 minuty")]
    [InlineData("tr", "18 Tem 2026", "1 Mayıs 2026", "1.204 12.045 4,8", "23 sa. 59 dk.", "21 saat 2 dakika")]
    [InlineData("ru", "18 июл. 2026 г.", "1 мая 2026 г.", "1 204 12 045 4,8", "23 ч 59 мин", "21 час 2 минуты")]
    [InlineData("ja", "2026年7月18日", "2026年5月1日", "1,204 12,045 4.8", "23時間59分", "21時間2分")]
    public void Formats_OfALanguage_AreThoseOfCldr(
        string language, string date, string firstDay, string numbers, string shortDuration, string longDuration)
    {
        var (locale, time) = (Locales.Find(language)!, new DateTime(2026, 7, 18, 9, 5, 0));

        Plain(locale.Date(time, "date")).ShouldBe(date);
        Plain(locale.Date(new DateTime(2026, 5, 1), "date_long")).ShouldBe(firstDay);
        Plain(locale.Date(time, "date_time")).ShouldStartWith(date);
        Plain(locale.Date(time, "date_time")).ShouldEndWith($" {locale.Date(time, "time")}");
        Plain($"{locale.Number(1204)} {locale.Number(12045)} {locale.Rating(4.8)}").ShouldBe(numbers);
        Plain(locale.Duration(new TimeSpan(23, 59, 0))).ShouldBe(shortDuration);
        locale.Duration(new TimeSpan(21, 2, 0), inWords: true).ShouldBe(longDuration);
    }

    [Theory]
    [InlineData("it", "1 minuto fa", "2 minuti fa", "5 minuti fa", "21 minuti fa")]
    [InlineData("pt", "há 1 minuto", "há 2 minutos", "há 5 minutos", "há 21 minutos")]
    [InlineData("nl", "1 minuut geleden", "2 minuten geleden", "5 minuten geleden", "21 minuten geleden")]
    [InlineData("pl", "1 minutę temu", "2 minuty temu", "5 minut temu", "21 minut temu")]
    [InlineData("tr", "1 dakika önce", "2 dakika önce", "5 dakika önce", "21 dakika önce")]
    [InlineData("ru", "1 минуту назад", "2 минуты назад", "5 минут назад", "21 минуту назад")]
    [InlineData("ja", "1分前", "2分前", "5分前", "21分前")]
    public void MinutesAgo_InALanguage_HasItsPlural(string language, params string[] expected) =>
        ((long[])[1, 2, 5, 21]).Select(n => Locales.Find(language)!.Text("minutes_ago", n)).ShouldBe(expected);

    [Theory]
    [InlineData("tr", "istanbul", "İstanbul")]
    [InlineData("en", "istanbul", "Istanbul")]
    [InlineData("ru", "вчера", "Вчера")]
    [InlineData("ja", "昨日", "昨日")]
    public void Capitalized_InALanguage_IsAsItWrites(string language, string text, string expected) =>
        Locales.Find(language)!.Capitalized(text).ShouldBe(expected);

    internal static LocaleFile FileOf(string language) =>
        LocaleFile.Parse(LocaleSet.FindBuiltIn(language)!, LocaleSet.SourceOf(language));

    private static IEnumerable<(string Language, LocaleFile File)> Others() =>
        LocaleSet.BuiltInLanguages.Where(l => l != "en").Select(l => (l, FileOf(l)));

    private static IEnumerable<string> Gaps(string text) => new TextPattern(text).Parts.ToArray().Select(p => p.Gap).OfType<string>();

    private static string Plain(string? text) => text!.Replace('\u00A0', ' ').Replace('\u202F', ' ');
}
