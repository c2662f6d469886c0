namespace SessionsWidgets;

/// <summary>"2 hours ago": how long ago a point in time is, and until when the words stay true.</summary>
internal static class RelativeTime
{
    private const int MostDays = 7;

    /// <summary>
    /// Minutes up to an hour, hours up to a day, "yesterday" by the calendar of the zone, days up to a week, and the date
    /// beyond. The future, which other clocks live in, is "just now".
    /// </summary>
    /// <returns>The words, and when they would change; null when they never do.</returns>
    public static (string? Words, DateTimeOffset? Until) Of(DateTimeOffset time, DateTimeOffset now, TimeZoneInfo zone, Locale locale)
    {
        var passed = now - time;
        if (passed < TimeSpan.FromMinutes(1)) return (locale.Text("just_now"), (time > now ? now : time) + TimeSpan.FromMinutes(1));
        if (passed < TimeSpan.FromHours(1))
        {
            var minutes = (long)passed.TotalMinutes;
            return (locale.Text("minutes_ago", minutes), time + TimeSpan.FromMinutes(minutes + 1));
        }

        var local = TimeZoneInfo.ConvertTime(time, zone).DateTime;
        var today = LocalDay.Of(now, zone);
        var midnight = LocalDay.StartOf(today.AddDays(1), zone);
        var days = today.DayNumber - DateOnly.FromDateTime(local).DayNumber;
        if (days == 0 || passed < TimeSpan.FromHours(6))
        {
            var hours = (long)passed.TotalHours;
            var nextHour = time + TimeSpan.FromHours(hours + 1);
            return (locale.Text("hours_ago", hours), days == 0 && midnight < nextHour ? midnight : nextHour);
        }

        if (days == 1) return (locale.Text("yesterday"), midnight);
        if (days < MostDays) return (locale.Text("days_ago", days), midnight);
        return local.Year == today.Year
            ? (locale.Date(local, "day"), LocalDay.StartOf(new DateOnly(today.Year + 1, 1, 1), zone))
            : (locale.Date(local, "date"), null);
    }
}
