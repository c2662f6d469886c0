namespace SessionsWidgets.Sandbox.Data.Events;

/// <summary>Days counted from today, so that the same events lie ahead and behind at every start.</summary>
internal static class EventDays
{
    public static DateOnly Today(DateOnly today) => today;

    /// <summary>A weekday: 1 is the next one after today, −1 the last one before.</summary>
    public static Func<DateOnly, DateOnly> Weekly(DayOfWeek weekday, int number) => today =>
    {
        int ahead = Until(today.AddDays(1), weekday) + 1;
        int behind = Until(today, weekday) - 7;
        return today.AddDays(number > 0 ? ahead + (7 * (number - 1)) : behind + (7 * (number + 1)));
    };

    /// <summary>The first such weekday of a month: 1 is the next month, −1 the last one.</summary>
    public static Func<DateOnly, DateOnly> Monthly(DayOfWeek weekday, int number) => today =>
    {
        DateOnly first = new DateOnly(today.Year, today.Month, 1).AddMonths(number);
        return first.AddDays(Until(first, weekday));
    };

    /// <summary>How many days there are to a weekday, 0 to 6.</summary>
    private static int Until(DateOnly day, DayOfWeek weekday) => ((int)weekday - (int)day.DayOfWeek + 7) % 7;
}
