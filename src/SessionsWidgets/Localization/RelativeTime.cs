namespace SessionsWidgets;

/// <summary>Relative times such as "2 hours ago", and when they change.</summary>
internal static class RelativeTime
{
    private const int MaxDays = 7;

    /// <inheritdoc cref="Append"/>
    /// <returns>The text, and when it changes; null for never.</returns>
    public static (string Words, DateTimeOffset? Until) Of(DateTimeOffset time, DateTimeOffset now, TimeZoneInfo zone, Locale locale)
    {
        var text = new TextBuilder(stackalloc char[64]);
        var until = Append(ref text, time, now, zone, locale);
        return (text.Written.ToString(), until);
    }

    /// <summary>Appends minutes, hours, "yesterday" by calendar, days up to a week, else the date. A future time is "just now".</summary>
    /// <returns>When the text changes; null for never.</returns>
    public static DateTimeOffset? Append(ref TextBuilder text, DateTimeOffset time, DateTimeOffset now, TimeZoneInfo zone, Locale locale)
    {
        var passed = now - time;
        if (passed < TimeSpan.FromMinutes(1))
        {
            text.Append(locale.Find("just_now")?.Constant);
            return (time > now ? now : time) + TimeSpan.FromMinutes(1);
        }

        if (passed < TimeSpan.FromHours(1))
        {
            var minutes = (long)passed.TotalMinutes;
            text.AppendCounted("minutes_ago", minutes, locale);
            return time + TimeSpan.FromMinutes(minutes + 1);
        }

        var local = TimeZoneInfo.ConvertTime(time, zone).DateTime;
        var today = LocalDay.Of(now, zone);
        var days = today.DayNumber - DateOnly.FromDateTime(local).DayNumber;
        if (days == 0 || passed < TimeSpan.FromHours(6))
        {
            var hours = (long)passed.TotalHours;
            text.AppendCounted("hours_ago", hours, locale);
            var nextHour = time + TimeSpan.FromHours(hours + 1);
            var midnight = LocalDay.StartOf(today.AddDays(1), zone);
            return nextHour < midnight || days > 0 ? nextHour : Earlier(nextHour, midnight);
        }

        if (days >= MaxDays)
        {
            text.AppendDate(local, locale.FindDate(local.Year == today.Year ? "day" : "date")!, locale);
            return local.Year == today.Year ? LocalDay.StartOf(new DateOnly(today.Year + 1, 1, 1), zone) : null;
        }

        if (days == 1) text.Append(locale.Find("yesterday")?.Constant);
        else text.AppendCounted("days_ago", days, locale);
        return LocalDay.StartOf(today.AddDays(1), zone);
    }

    private static DateTimeOffset Earlier(DateTimeOffset a, DateTimeOffset b) => a < b ? a : b;
}
