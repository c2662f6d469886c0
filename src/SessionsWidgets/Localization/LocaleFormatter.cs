namespace SessionsWidgets;

/// <summary>Formats texts, numbers, durations and dates in a language.</summary>
internal static class LocaleFormatter
{
    private const char DottedCapital = 'İ';

    private static readonly string[] Units = ["unit_bytes", "unit_kilobytes", "unit_megabytes", "unit_gigabytes", "unit_terabytes"];

    /// <summary>The text of a key; null if there is none.</summary>
    /// <param name="locale">The language.</param>
    /// <param name="key">The key.</param>
    /// <param name="count">Replaces <c>{count}</c> and selects the plural form.</param>
    /// <param name="value">Replaces the other placeholders.</param>
    public static string? Text(this Locale locale, string key, long? count = null, Func<string, string?>? value = null) =>
        locale.Find(key, count)?.Fill(gap => gap == "count" && count is { } number ? locale.Number(number) : value?.Invoke(gap));

    /// <summary>A whole number, grouped by thousands as the language does: "1,204".</summary>
    public static string Number(this Locale locale, long number)
    {
        var text = new TextBuilder(stackalloc char[32]);
        text.AppendNumber(number, locale);
        return text.Written.ToString();
    }

    /// <summary>A rating with one decimal: 4.75 gives "4.8".</summary>
    public static string Rating(this Locale locale, double rating)
    {
        var text = new TextBuilder(stackalloc char[32]);
        text.AppendRating(rating, locale);
        return text.Written.ToString();
    }

    /// <summary>A size in decimal units, with a no-break space: 3340000 gives "3.3 MB".</summary>
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
        var text = new TextBuilder(stackalloc char[64]);
        text.AppendDuration(duration, inWords, locale);
        return text.Written.ToString();
    }

    /// <summary>A local date in one of the language's patterns: "18 Jul 2026"; null for an unknown pattern.</summary>
    public static string? Date(this Locale locale, DateTime local, string pattern) =>
        locale.FindDate(pattern) is { } found ? locale.Date(local, found) : null;

    /// <summary>A local date by a pattern.</summary>
    public static string Date(this Locale locale, DateTime local, TextPattern pattern)
    {
        var text = new TextBuilder(stackalloc char[64]);
        text.AppendDate(local, pattern, locale);
        return text.Written.ToString();
    }

    /// <summary>A text with a capital at its start, as the language writes it.</summary>
    public static string Capitalized(this Locale locale, string text)
    {
        if (text.Length == 0) return text;
        var capital = text[0] == 'i' && locale.HasDottedCapital ? DottedCapital : char.ToUpperInvariant(text[0]);
        return capital == text[0] ? text : string.Concat([capital], text.AsSpan(1));
    }

    /// <summary>A point in time as HTML's <c>datetime</c> takes it (RFC 3339): "2026-07-18T22:00:00Z".</summary>
    public static string IsoDate(DateTimeOffset time)
    {
        var text = new TextBuilder(stackalloc char[32]);
        text.AppendIsoDate(time);
        return text.Written.ToString();
    }

    /// <summary>A duration as HTML's <c>datetime</c> takes it (ISO 8601): "PT1H10M".</summary>
    public static string IsoDuration(TimeSpan duration)
    {
        var text = new TextBuilder(stackalloc char[32]);
        text.AppendIsoDuration(duration);
        return text.Written.ToString();
    }
}
