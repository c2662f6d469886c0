namespace SessionsWidgets;

/// <summary>How long to leave a failing upstream alone.</summary>
internal static class Backoff
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Max = TimeSpan.FromMinutes(5);

    /// <summary>The longest that upstream may ask for: 15 minutes.</summary>
    public static readonly TimeSpan MaxRetryAfter = TimeSpan.FromMinutes(15);

    /// <summary>5 seconds after the first failure, doubled with each further one up to 5 minutes, give or take a fifth so that servers do
    /// not come back in step.</summary>
    public static TimeSpan After(int failures, double random)
    {
        var window = First * Math.Pow(2, Math.Min(failures - 1, 10));
        return (window < Max ? window : Max) * (0.8 + (0.4 * random));
    }

    /// <summary>What upstream asks for, within 1 second to <see cref="MaxRetryAfter"/>.</summary>
    public static TimeSpan AsAsked(TimeSpan asked) =>
        TimeSpan.FromTicks(Math.Clamp(asked.Ticks, TimeSpan.TicksPerSecond, MaxRetryAfter.Ticks));
}
