using System.Globalization;

namespace SessionsWidgets.Tests.Localization;

/// <summary>Periods in the words of a language, in the zone in which they are.</summary>
public class PeriodFormatterTests
{
    private static readonly LocaleSet Locales = new([]);

    [Theory]
    // An evening in each of the zones.
    [InlineData("America/New_York", "2026-07-18T23:00Z", "2026-07-19T02:00Z", "7 – 10 PM")]
    [InlineData("America/Chicago", "2026-07-18T23:00Z", "2026-07-19T02:00Z", "6 – 9 PM")]
    [InlineData("Europe/Berlin", "2026-07-18T17:00Z", "2026-07-18T20:30Z", "7 – 10:30 PM")]
    [InlineData("Asia/Kolkata", "2026-07-18T13:30Z", "2026-07-18T16:30Z", "7 – 10 PM")]
    [InlineData("Australia/Lord_Howe", "2026-07-18T08:30Z", "2026-07-18T11:30Z", "7 – 10 PM")]
    // Both halves of a day, noon, minutes.
    [InlineData("America/New_York", "2026-07-18T15:00Z", "2026-07-18T18:00Z", "11 AM – 2 PM")]
    [InlineData("America/New_York", "2026-07-18T16:00Z", "2026-07-18T17:15Z", "12 – 1:15 PM")]
    [InlineData("America/New_York", "2026-07-18T23:05Z", "2026-07-19T02:00Z", "7:05 – 10 PM")]
    // Without an end.
    [InlineData("America/New_York", "2026-07-18T23:00Z", null, "7 PM")]
    // An end within the minute, and ends that the clocks show before the start, as they are set back.
    [InlineData("America/New_York", "2026-07-18T23:00:10Z", "2026-07-18T23:00:50Z", "7 PM")]
    [InlineData("America/New_York", "2026-11-01T05:30Z", "2026-11-01T06:30Z", "1:30 AM")]
    [InlineData("America/New_York", "2026-11-01T05:30Z", "2026-11-01T06:15Z", "1:30 AM")]
    [InlineData("Asia/Kolkata", "2026-07-18T13:45Z", null, "7:15 PM")]
    // Over midnight: an evening until 6 in the morning, two days from then on.
    [InlineData("America/New_York", "2026-07-19T00:00Z", "2026-07-19T06:00Z", "8 PM – 2 AM")]
    [InlineData("America/New_York", "2026-07-19T00:00Z", "2026-07-19T04:00Z", "8 PM – 12 AM")]
    [InlineData("America/New_York", "2026-07-19T00:00Z", "2026-07-19T09:59Z", "8 PM – 5:59 AM")]
    [InlineData("America/New_York", "2026-07-19T00:00Z", "2026-07-19T10:00Z", "18 Jul, 8 PM – 19 Jul, 6 AM")]
    // Several days, months, years.
    [InlineData("America/New_York", "2026-07-18T20:00Z", "2026-07-20T18:00Z", "18 Jul, 4 PM – 20 Jul, 2 PM")]
    [InlineData("America/New_York", "2026-07-30T23:00Z", "2026-08-03T02:00Z", "30 Jul, 7 PM – 2 Aug, 10 PM")]
    [InlineData("America/New_York", "2026-12-31T23:00Z", "2027-01-02T01:00Z", "31 Dec 2026, 6 PM – 1 Jan 2027, 8 PM")]
    [InlineData("America/New_York", "2027-01-01T02:00Z", "2027-01-01T08:00Z", "9 PM – 3 AM")]
    // From midnight to midnight.
    [InlineData("America/New_York", "2026-07-18T04:00Z", "2026-07-19T04:00Z", "All day")]
    [InlineData("America/New_York", "2026-07-18T04:00Z", "2026-07-21T04:00Z", "18 – 20 Jul")]
    [InlineData("America/New_York", "2026-07-30T04:00Z", "2026-08-03T04:00Z", "30 Jul – 2 Aug")]
    [InlineData("America/New_York", "2026-12-30T05:00Z", "2027-01-03T05:00Z", "30 Dec 2026 – 2 Jan 2027")]
    [InlineData("Europe/Berlin", "2028-02-28T23:00Z", "2028-02-29T23:00Z", "All day")]
    [InlineData("Europe/Berlin", "2028-02-27T23:00Z", "2028-02-29T23:00Z", "28 – 29 Feb")]
    // Clocks go forward.
    [InlineData("America/New_York", "2026-03-08T06:00Z", "2026-03-08T08:00Z", "1 – 4 AM")]
    [InlineData("America/Chicago", "2026-03-08T03:00Z", "2026-03-08T08:30Z", "9 PM – 3:30 AM")]
    [InlineData("Europe/Berlin", "2026-03-28T19:00Z", "2026-03-29T01:00Z", "8 PM – 3 AM")]
    [InlineData("Australia/Lord_Howe", "2026-10-03T09:30Z", "2026-10-03T16:00Z", "8 PM – 3 AM")]
    [InlineData("America/New_York", "2026-03-08T05:00Z", "2026-03-09T04:00Z", "All day")]
    // Clocks go back.
    [InlineData("America/New_York", "2026-11-01T04:00Z", "2026-11-01T08:00Z", "12 – 3 AM")]
    [InlineData("America/Chicago", "2026-11-01T02:00Z", "2026-11-01T08:00Z", "9 PM – 2 AM")]
    [InlineData("Europe/Berlin", "2026-10-24T18:00Z", "2026-10-25T01:30Z", "8 PM – 2:30 AM")]
    [InlineData("Australia/Lord_Howe", "2026-04-04T09:00Z", "2026-04-04T16:30Z", "8 PM – 3 AM")]
    [InlineData("America/New_York", "2026-11-01T04:00Z", "2026-11-02T05:00Z", "All day")]
    // Far away, and a leap day.
    [InlineData("Asia/Kolkata", "2100-12-31T13:30Z", "2100-12-31T16:30Z", "7 – 10 PM")]
    [InlineData("America/New_York", "2028-03-01T00:00Z", "2028-03-01T03:00Z", "7 – 10 PM")]
    public void Period_InAZone_IsThatOfItsClocks(string zone, string start, string? end, string expected)
    {
        var period = LocalPeriod.Of(TimeZoneInfo.FindSystemTimeZoneById(zone), At(start), end is null ? null : At(end));

        Text("en", period).ShouldBe(expected);
    }

    [Theory]
    [InlineData("2026-07-18", null, true, false, "All day")]
    [InlineData("2026-07-18", "2026-07-20", true, true, "18 – 20 Jul")]
    [InlineData("2026-07-18", "2026-07-20T15:00Z", true, false, "18 – 20 Jul")]
    [InlineData("2026-07-18", "2026-07-21T00:00Z", true, false, "18 – 20 Jul")]
    [InlineData("2026-07-18", "2026-07-18T15:00Z", true, false, "All day")]
    [InlineData("2026-07-18T00:00Z", "2026-07-20", false, true, "18 – 20 Jul")]
    [InlineData("2026-07-18T19:00Z", "2026-07-20", false, true, "18 Jul, 7 PM – 20 Jul")]
    public void Period_OfDaysWithoutTimes_IncludesTheLastDay(
        string start, string? end, bool startsOnDay, bool endsOnDay, string expected)
    {
        var period = LocalPeriod.Of(TimeZoneInfo.Utc, At(start), end is null ? null : At(end), startsOnDay, endsOnDay);

        Text("en", period).ShouldBe(expected);
    }

    [Theory]
    [InlineData("en", "Today, 7 – 10 PM", "Today, all day", "Today, 7 PM – 20 Jul, 10 PM", "18 – 20 Jul")]
    [InlineData("de", "Today, 19:00 – 22:00", "Today, ganztägig", "Today, 19:00 – 20. Juli, 22:00", "18. – 20. Juli")]
    [InlineData("es", "Today, 19:00 – 22:00", "Today, todo el día", "Today, 19:00 – 20 jul, 22:00", "18 – 20 jul")]
    [InlineData("fr", "Today, 19:00 – 22:00", "Today, toute la journée", "Today, 19:00 – 20 juil., 22:00", "18 – 20 juil.")]
    [InlineData("ar", "Today، 19:00 – 22:00", "Today، طوال اليوم", "Today، 19:00 – 20 يوليو، 22:00", "18 – 20 يوليو")]
    [InlineData("it", "Today, 19:00 – 22:00", "Today, tutto il giorno", "Today, 19:00 – 20 lug, 22:00", "18 – 20 lug")]
    [InlineData("pt", "Today, 19:00 – 22:00", "Today, o dia todo", "Today, 19:00 – 20 de jul., 22:00", "18 – 20 de jul.")]
    [InlineData("nl", "Today, 19:00 – 22:00", "Today, hele dag", "Today, 19:00 – 20 jul, 22:00", "18 – 20 jul")]
    [InlineData("pl", "Today, 19:00 – 22:00", "Today, cały dzień", "Today, 19:00 – 20 lip, 22:00", "18 – 20 lip")]
    [InlineData("tr", "Today, 19:00 – 22:00", "Today, tüm gün", "Today, 19:00 – 20 Tem, 22:00", "18 – 20 Tem")]
    [InlineData("ru", "Today, 19:00 – 22:00", "Today, весь день", "Today, 19:00 – 20 июл., 22:00", "18 – 20 июл.")]
    [InlineData("ja", "Today 19:00～22:00", "Today 終日", "Today 19:00～7月20日 22:00", "7月18日～20日")]
    public void Period_WithAWordForItsDay_BeginsWithIt(string language, string evening, string day, string days, string wholeDays)
    {
        Text(language, Period("2026-07-18T19:00Z", "2026-07-18T22:00Z"), "Today").ShouldBe(evening);
        Text(language, Period("2026-07-18T00:00Z", "2026-07-19T00:00Z"), "Today").ShouldBe(day);
        Text(language, Period("2026-07-18T19:00Z", "2026-07-20T22:00Z"), "Today").ShouldBe(days);
        Text(language, Period("2026-07-18T00:00Z", "2026-07-21T00:00Z"), "Today").ShouldBe(wholeDays);
    }

    [Theory]
    [InlineData("""{ "language": "sv", "dates": { "time": "{H}.{mm}" } }""", "19.00 – 22.00")]
    [InlineData("""{ "language": "sv", "dates": { "clock": "ore {H}" } }""", "ore 19 – ore 22")]
    [InlineData("""{ "language": "es-MX", "dates": { "clock": "{h}:{mm} {tt}" } }""", "7 – 10 p. m.")]
    [InlineData("""{ "language": "en-GB", "dates": { "clock": "{HH}:{mm}" } }""", "19:00 – 22:00")]
    [InlineData("""{ "language": "sv" }""", "7 – 10 PM")]
    public void Period_InALanguageOfTheHost_HasTheClockOfItsFile(string file, string expected)
    {
        var locales = new LocaleSet([("own.json", System.Text.Encoding.UTF8.GetBytes(file))]);
        var language = file.Split('"')[3];

        locales.Find(language)!.Period(Period("2026-07-18T19:00Z", "2026-07-18T22:00Z")).Replace('\u00A0', ' ').ShouldBe(expected);
    }

    [Fact]
    public void Period_MonthBeforeTheDay_HasTheMonthAtTheStart()
    {
        var file = """{ "language": "en-US", "dates": { "day": "{MMM} {d}" } }"""u8.ToArray();
        var locale = new LocaleSet([("own.json", file)]).Find("en-US")!;

        locale.Period(Period("2026-07-18T00:00Z", "2026-07-21T00:00Z")).Replace('\u00A0', ' ').ShouldBe("Jul 18 – 20");
    }

    private static LocalPeriod Period(string start, string end) => LocalPeriod.Of(TimeZoneInfo.Utc, At(start), At(end));

    private static string Text(string language, LocalPeriod period, string? day = null) =>
        Locales.Find(language)!.Period(period, day).Replace('\u00A0', ' ');

    private static DateTimeOffset At(string text) =>
        DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
