namespace SessionsWidgets;

/// <summary>Calendar days in a time zone.</summary>
internal static class LocalDay
{
    public static DateOnly Of(DateTimeOffset time, TimeZoneInfo zone) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time, zone).DateTime);

    /// <summary>The start of a day; a local time skipped by daylight saving counts as the next valid one.</summary>
    public static DateTimeOffset StartOf(DateOnly day, TimeZoneInfo zone)
    {
        var start = day.ToDateTime(TimeOnly.MinValue);
        while (zone.IsInvalidTime(start)) start = start.AddMinutes(30);
        return new DateTimeOffset(start, zone.GetUtcOffset(start));
    }
}
