namespace SessionsWidgets;

/// <summary>Parses dates of C# as <c>ToString()</c> writes them in a culture, in its calendar.</summary>
internal static class CultureDay
{
    /// <summary>Parses a DateOnly, a DateTime or a DateTimeOffset; the day of a time is the one that is written.</summary>
    public static (bool Ok, Day Day) Parse(string text, CultureInfo culture)
    {
        var format = culture.DateTimeFormat;
        string[] patterns =
        [
            format.ShortDatePattern,
            $"{format.ShortDatePattern} {format.LongTimePattern}",
            $"{format.ShortDatePattern} {format.LongTimePattern} zzz",
        ];
        // The offset is read, and not applied.
        return DateTimeOffset.TryParseExact(text, patterns, culture, DateTimeStyles.None, out var time)
            ? (true, DateOnly.FromDateTime(time.DateTime))
            : default;
    }
}
