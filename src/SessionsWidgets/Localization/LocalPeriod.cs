namespace SessionsWidgets;

/// <summary>A period as the clocks and calendars of its place show it. Immutable.</summary>
/// <param name="Start">When it starts.</param>
/// <param name="HasStartTime">Whether the start is a time, and not a day.</param>
/// <param name="End">When it ends, or its last day; null if unknown. Of a single day it is that day.</param>
/// <param name="HasEndTime">Whether the end is a time, and not a day.</param>
internal readonly record struct LocalPeriod(DateTime Start, bool HasStartTime, DateTime? End, bool HasEndTime)
{
    /// <summary>An end before this hour of the next morning belongs to the evening before.</summary>
    private const int EndOfNight = 6;

    /// <summary>Whether it consists of whole days.</summary>
    public bool IsDays => !HasStartTime;

    /// <summary>Whether it is within one day, or one evening and its night.</summary>
    public bool IsOneDay => End is not { } end
        || end.Date == Start.Date
        || (HasEndTime && end.Date == Start.Date.AddDays(1) && end.Hour < EndOfNight);

    /// <summary>The period in a time zone. From midnight to midnight is whole days, the last of which ends at that midnight.</summary>
    /// <param name="zone">The zone.</param>
    /// <param name="start">When it starts.</param>
    /// <param name="end">When it ends, after the start; null if unknown.</param>
    /// <param name="startsOnDay">Whether the start is that of a day without a time.</param>
    /// <param name="endsOnDay">Whether the end is the start of its last day.</param>
    public static LocalPeriod Of(
        TimeZoneInfo zone, DateTimeOffset start, DateTimeOffset? end, bool startsOnDay = false, bool endsOnDay = false)
    {
        var (first, last) = (In(zone, start), end is { } time ? In(zone, time) : (DateTime?)null);
        var endsAtMidnight = end is { } known && !endsOnDay && IsMidnight(known, zone);
        var isDays = startsOnDay || ((endsOnDay || endsAtMidnight) && IsMidnight(start, zone));
        if (!isDays) return new(first, true, last, !endsOnDay);
        var lastDay = (last ?? first).Date.AddDays(endsAtMidnight ? -1 : 0);
        return new(first.Date, false, lastDay < first.Date ? first.Date : lastDay, false);
    }

    private static DateTime In(TimeZoneInfo zone, DateTimeOffset time) => TimeZoneInfo.ConvertTime(time, zone).DateTime;

    private static bool IsMidnight(DateTimeOffset time, TimeZoneInfo zone) => time == LocalDay.StartOf(LocalDay.Of(time, zone), zone);
}
