namespace SessionsWidgets;

/// <summary>Reads dates in a fixed list of ISO 8601 formats; without an offset, they are in UTC.</summary>
internal static class WireDate
{
    private static readonly string[] Formats =
    [
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK",
        "yyyy-MM-dd'T'HH:mmK",
        "yyyy-MM-dd' 'HH:mm:ss.FFFFFFFK",
        "yyyy-MM-dd' 'HH:mmK",
        "yyyy-MM-dd",
    ];

    /// <summary>Whether a valid date is a day without a time.</summary>
    public static bool IsDay(string? text) => text?.Length == 10;

    /// <summary>A date, or the start of a day in a time zone.</summary>
    public static DateTimeOffset? In(TimeZoneInfo zone, DateTimeOffset? date, bool isDay) =>
        date is { } day && isDay ? LocalDay.StartOf(DateOnly.FromDateTime(day.UtcDateTime), zone) : date;

    /// <summary>The date in UTC; null if it has no known format or is outside of the years 2000 to 2100.</summary>
    public static DateTimeOffset? Read(string? text)
    {
        const DateTimeStyles Styles = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        if (text is null || !DateTimeOffset.TryParseExact(text, Formats, CultureInfo.InvariantCulture, Styles, out var date)) return null;
        return date.Year is >= 2000 and <= 2100 ? date.ToUniversalTime() : null;
    }
}
