namespace SessionsWidgets;

/// <summary>Formats periods in a language: "7 – 10 PM", "18 – 20 Jul", "30 Jul, 7 PM – 2 Aug, 1 AM".</summary>
internal static class PeriodFormatter
{
    private const string Day = "day";

    /// <summary>The times of a period within a day, the days of one that is longer; empty for a single whole day.</summary>
    /// <param name="locale">The language.</param>
    /// <param name="period">The period.</param>
    /// <param name="day">The word for the day of the start, such as "Today"; null for none.</param>
    public static string Period(this Locale locale, in LocalPeriod period, string? day = null)
    {
        if (period.IsDays) return locale.Days(period, day);
        if (period.IsOneDay) return locale.OfDay(day, locale.Times(period.Start, period.End));
        var end = period.End!.Value;
        var pattern = DayPattern(period.Start, end);
        return locale.Range(
            locale.OfDay(day ?? locale.Date(period.Start, pattern), locale.Clock(period.Start)),
            period.HasEndTime ? locale.OfDay(locale.Date(end, pattern), locale.Clock(end)) : locale.Date(end, pattern));
    }

    /// <summary>A time by the language's clock. Of one with two halves of the day, whole hours have no minutes: "7 PM".</summary>
    public static string Clock(this Locale locale, DateTime time, bool withHalf = true)
    {
        var text = new TextBuilder(stackalloc char[32]);
        text.AppendClock(time, withHalf, locale);
        return text.Written.ToString();
    }

    private static string Days(this Locale locale, in LocalPeriod period, string? day)
    {
        if (period.IsOneDay)
        {
            var allDay = locale.Text("all_day");
            return day is null ? locale.Capitalized(allDay ?? "") : locale.OfDay(day, allDay);
        }

        var end = period.End!.Value;
        if (period.Start.Year != end.Year || period.Start.Month != end.Month)
        {
            var pattern = DayPattern(period.Start, end);
            return locale.Range(locale.Date(period.Start, pattern), locale.Date(end, pattern));
        }

        // The month is written once, at the side of the day that the language has it on.
        var isDayFirst = locale.FindDate(Day)!.Parts is [(_, "d" or "dd"), ..];
        return isDayFirst
            ? locale.Range(locale.Date(period.Start, locale.DayInRange), locale.Date(end, Day))
            : locale.Range(locale.Date(period.Start, Day), locale.Date(end, locale.DayInRange));
    }

    private static string Times(this Locale locale, DateTime start, DateTime? end)
    {
        // To the minute; when the clocks are set back, an end may show an earlier time than the start.
        if (end is not { } last || (last.Date == start.Date && Minutes(last) <= Minutes(start))) return locale.Clock(start);
        var sameHalf = start.Date == last.Date && start.Hour / 12 == last.Hour / 12;
        return locale.Range(locale.Clock(start, withHalf: !sameHalf), locale.Clock(last));
    }

    private static int Minutes(DateTime time) => (time.Hour * 60) + time.Minute;

    private static string DayPattern(DateTime start, DateTime end) => start.Year == end.Year ? Day : "date";

    private static string OfDay(this Locale locale, string? day, string? time) =>
        day is null ? time ?? "" : locale.Text("day_and_time", value: gap => gap == "day" ? day : time) ?? "";

    private static string Range(this Locale locale, string? start, string? end) =>
        locale.Text("range", value: gap => gap == "start" ? start : end) ?? "";
}
