namespace SessionsWidgets;

/// <summary>Reads durations as <c>HH:MM:SS</c>, with hours beyond 24: <c>31:12:05</c>.</summary>
internal static class WireDuration
{
    /// <summary>The longest plausible stay: a year.</summary>
    private const int MaxHours = 366 * 24;

    /// <summary>The duration; null if invalid.</summary>
    public static TimeSpan? Read(string? text)
    {
        if (text?.Split(':') is not [var h, var m, var s]) return null;
        return IsNumber(h, MaxHours, out var hours) && IsNumber(m, 59, out var minutes) && IsNumber(s, 59, out var seconds)
            ? new TimeSpan(hours, minutes, seconds)
            : null;
    }

    /// <summary>A duration in whole seconds; null if invalid.</summary>
    public static TimeSpan? Read(double? seconds) =>
        seconds is >= 0 and <= MaxHours * 3600.0 ? TimeSpan.FromSeconds(Math.Floor(seconds.Value)) : null;

    private static bool IsNumber(string text, int max, out int value) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value) && value <= max;
}
