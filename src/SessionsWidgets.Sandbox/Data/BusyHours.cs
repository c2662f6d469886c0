namespace SessionsWidgets.Sandbox.Data;

/// <summary>Draws moments of the last days, most of them in the evening.</summary>
internal static class BusyHours
{
    /// <summary>How busy an hour is, counted from the busiest one: quiet only towards the morning.</summary>
    private static readonly int[] _hours = [12, 11, 9, 7, 4, 2, 1, 1, 1, 1, 1, 1, 2, 3, 3, 4, 5, 5, 5, 6, 6, 7, 9, 11];

    /// <param name="random">What it is drawn from.</param>
    /// <param name="eveningHour">The busiest hour, in UTC.</param>
    /// <param name="days">How many days back, that of <paramref name="now"/> included.</param>
    /// <param name="now">The end of these days; what is drawn may be later on the same day.</param>
    public static DateTimeOffset Draw(SeedRandom random, int eveningHour, int days, DateTimeOffset now)
    {
        int hour = (eveningHour + random.Weighted(_hours)) % 24;
        return new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero)
            .AddDays(-random.Below(days)).AddHours(hour).AddSeconds(random.Below(3600));
    }
}
