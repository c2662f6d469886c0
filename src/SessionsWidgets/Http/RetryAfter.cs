using System.Net.Http;

namespace SessionsWidgets;

/// <summary>Reads how long upstream asks to be left alone.</summary>
internal static class RetryAfter
{
    /// <summary>What is assumed when it does not say so in a way that makes sense: one window of a source that counts by the
    /// minute.</summary>
    public static readonly TimeSpan Assumed = TimeSpan.FromSeconds(60);

    private const string Header = "Retry-After";

    public static bool IsGiven(HttpResponseMessage response) => response.Headers.Contains(Header);

    /// <summary>Seconds as they are; a date against the answer's own Date, so that a clock that is off does no harm; anything else is
    /// <see cref="Assumed"/>.</summary>
    public static TimeSpan Read(HttpResponseMessage response, DateTimeOffset now)
    {
        var asked = response.Headers.RetryAfter;
        var wait = asked?.Delta ?? (asked?.Date - (response.Headers.Date ?? now)) ?? Assumed;
        return TimeSpan.FromTicks(Math.Clamp(wait.Ticks, TimeSpan.TicksPerSecond, Backoff.MaxRetryAfter.Ticks));
    }
}
