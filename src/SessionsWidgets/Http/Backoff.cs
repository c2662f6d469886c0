namespace SessionsWidgets;

/// <summary>Computes how long a failing upstream is not called.</summary>
internal static class Backoff
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Max = TimeSpan.FromMinutes(5);

    /// <summary>The longest accepted Retry-After: 15 minutes.</summary>
    public static readonly TimeSpan MaxRetryAfter = TimeSpan.FromMinutes(15);

    /// <summary>Exponential with jitter: 5 seconds, doubled per failure up to 5 minutes, plus or minus 20 %.</summary>
    public static TimeSpan After(int failures, double random)
    {
        var backoff = First * Math.Pow(2, Math.Min(failures - 1, 10));
        return (backoff < Max ? backoff : Max) * (0.8 + (0.4 * random));
    }

    /// <summary>A Retry-After clamped to 1 second up to <see cref="MaxRetryAfter"/>.</summary>
    public static TimeSpan Clamp(TimeSpan retryAfter) =>
        TimeSpan.FromTicks(Math.Clamp(retryAfter.Ticks, TimeSpan.TicksPerSecond, MaxRetryAfter.Ticks));
}
