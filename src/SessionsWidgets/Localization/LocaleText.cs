namespace SessionsWidgets;

/// <summary>Writes texts, numbers, durations and dates as a language does.</summary>
internal static class LocaleText
{
    private static readonly string[] Units = ["unit_bytes", "unit_kilobytes", "unit_megabytes", "unit_gigabytes", "unit_terabytes"];

    /// <summary>The text of a key; null when there is none.</summary>
    /// <param name="locale">The language.</param>
    /// <param name="key">The key.</param>
    /// <param name="count">Fills the gap <c>count</c> and picks the plural form.</param>
    /// <param name="value">Fills the other gaps.</param>
    public static string? Text(this Locale locale, string key, long? count = null, Func<string, string?>? value = null) =>
        locale.Find(key, count)?.Fill(gap => gap == "count" && count is { } number ? locale.Number(number) : value?.Invoke(gap));

    /// <summary>A whole number, grouped by thousands from four digits on: "1,204".</summary>
    public static string Number(this Locale locale, long number) => number.ToString("N0", locale.Numbers);

    /// <summary>A rating with one decimal: 4.75 gives "4.8".</summary>
    public static string Rating(this Locale locale, double rating) =>
        (Math.Round(rating * 10, MidpointRounding.AwayFromZero) / 10).ToString("F1", locale.Numbers);

    /// <summary>A size by steps of a thousand, with a no-break space: 3340000 gives "3.3 MB".</summary>
    public static string DataSize(this Locale locale, double size)
    {
        var unit = 0;
        for (; size >= 999.5 && unit < Units.Length - 1; unit++) size /= 1000;
        var isWhole = unit == 0 || size >= 99.95;
        var number = isWhole ? locale.Number((long)Math.Round(size, MidpointRounding.AwayFromZero)) : locale.Rating(size);
        return $"{number}\u00A0{locale.Text(Units[unit])}";
    }

    /// <summary>A duration in hours and minutes: "1 h 10 min" with no-break spaces, or in full words.</summary>
    public static string Duration(this Locale locale, TimeSpan duration, bool inWords = false)
    {
        var form = inWords ? "long" : "short";
        var (hours, minutes) = Math.DivRem((long)Math.Max(0, duration.TotalMinutes), 60);
        var text = (hours, minutes) switch
        {
            (0, 0) => locale.Text($"under_a_minute_{form}"),
            (_, 0) => Hours(),
            (0, _) => Minutes(),
            _ => locale.Text($"hours_and_minutes_{form}", value: gap => gap switch { "hours" => Hours(), "minutes" => Minutes(), _ => "" }),
        };
        return (inWords ? text : text?.Replace(' ', '\u00A0')) ?? "";

        string? Hours() => locale.Text($"hours_{form}", hours);
        string? Minutes() => locale.Text($"minutes_{form}", minutes);
    }

    /// <summary>A local date by one of the language's patterns: "18 Jul 2026"; null when there is no such pattern.</summary>
    public static string? Date(this Locale locale, DateTime local, string pattern) => locale.FindDate(pattern)?.Fill(gap => gap switch
    {
        "ddd" => locale.DaysShort[(int)local.DayOfWeek],
        "dddd" => locale.Days[(int)local.DayOfWeek],
        "MMM" => locale.MonthsShort[local.Month - 1],
        "MMMM" => locale.Months[local.Month - 1],
        "d" or "M" or "H" or "h" => local.ToString($"%{gap}", CultureInfo.InvariantCulture),
        "dd" or "MM" or "yyyy" or "HH" or "mm" => local.ToString(gap, CultureInfo.InvariantCulture),
        _ => "",
    });

    /// <summary>A point in time as HTML's <c>datetime</c> takes it (RFC 3339): "2026-07-18T22:00:00Z".</summary>
    public static string IsoDate(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>A duration as HTML's <c>datetime</c> takes it (ISO 8601): "PT1H10M".</summary>
    public static string IsoDuration(TimeSpan duration)
    {
        var seconds = Math.Max(0, (long)duration.TotalSeconds);
        var (hours, minutes, left) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
        return $"PT{Part(hours, 'H')}{Part(minutes, 'M')}{(seconds == 0 ? "0S" : Part(left, 'S'))}";

        static string Part(long number, char unit) => number == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{number}{unit}");
    }
}
