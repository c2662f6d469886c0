namespace SessionsWidgets;

/// <summary>Appends numbers, durations and dates in a language to a <see cref="TextBuilder"/>.</summary>
internal static class LocaleTextBuilder
{
    private const char NoBreakSpace = '\u00A0';
    private const string HalfOfDay = "tt";

    /// <summary>The placeholders of date patterns.</summary>
    public static IReadOnlyList<string> DateParts { get; } =
        ["d", "dd", "ddd", "dddd", "M", "MM", "MMM", "MMMM", "yyyy", "H", "HH", "h", "mm", HalfOfDay];

    /// <summary>A rating with one decimal: 4.75 gives "4.8".</summary>
    public static void AppendRating(this ref TextBuilder text, double rating, Locale locale)
    {
        var tenths = (long)Math.Round(rating * 10, MidpointRounding.AwayFromZero);
        text.Append(tenths / 10);
        text.Append(locale.Decimal);
        text.Append(tenths % 10);
    }

    /// <summary>A whole number, grouped by thousands as the language does: "1,204".</summary>
    public static void AppendNumber(this ref TextBuilder text, long number, Locale locale)
    {
        if (number < 0) text.Append('\u2212');
        AppendCount(ref text, number == long.MinValue ? long.MaxValue : Math.Abs(number), locale);
    }

    /// <summary>A duration in hours and minutes: "1 h 10 min" with no-break spaces, or in full words.</summary>
    public static void AppendDuration(this ref TextBuilder text, TimeSpan duration, bool inWords, Locale locale)
    {
        var minutes = (long)Math.Floor(duration.TotalMinutes);
        if (minutes < 1)
        {
            text.Append(locale.Find(inWords ? "under_a_minute_long" : "under_a_minute_short"), inWords);
            return;
        }

        var (hours, rest) = Math.DivRem(minutes, 60);
        if (hours == 0 || rest == 0)
        {
            AppendHoursOrMinutes(ref text, hours, rest, inWords, locale);
            return;
        }

        if (locale.Find(inWords ? "hours_and_minutes_long" : "hours_and_minutes_short") is not { } both) return;
        foreach (var (literal, gap) in both.Parts)
        {
            AppendSpaced(ref text, literal, inWords);
            if (gap == "hours") AppendHoursOrMinutes(ref text, hours, 0, inWords, locale);
            if (gap == "minutes") AppendHoursOrMinutes(ref text, 0, rest, inWords, locale);
        }
    }

    /// <summary>A duration as HTML's <c>datetime</c> takes it (ISO 8601): "PT1H10M".</summary>
    public static void AppendIsoDuration(this ref TextBuilder text, TimeSpan duration)
    {
        var seconds = Math.Max(0, (long)duration.TotalSeconds);
        var (hours, rest) = Math.DivRem(seconds, 3600);
        var (minutes, left) = Math.DivRem(rest, 60);
        text.Append("PT");
        if (hours > 0) AppendPart(ref text, hours, 'H');
        if (minutes > 0) AppendPart(ref text, minutes, 'M');
        if (left > 0 || seconds == 0) AppendPart(ref text, left, 'S');

        static void AppendPart(ref TextBuilder text, long number, char unit)
        {
            text.Append(number);
            text.Append(unit);
        }
    }

    /// <summary>A point in time as HTML's <c>datetime</c> takes it (RFC 3339): "2026-07-18T22:00:00Z".</summary>
    public static void AppendIsoDate(this ref TextBuilder text, DateTimeOffset time)
    {
        Span<char> chars = stackalloc char[20];
        time.UtcDateTime.TryFormat(chars, out var length, "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        text.Append(chars[..length]);
    }

    /// <summary>A local date by one of the language's patterns: "18 Jul 2026".</summary>
    public static void AppendDate(this ref TextBuilder text, DateTime local, TextPattern pattern, Locale locale)
    {
        foreach (var (literal, gap) in pattern.Parts)
        {
            text.Append(literal);
            text.AppendDatePart(local, gap, locale);
        }
    }

    /// <summary>A local time by the language's clock. If that has two halves of the day, whole hours are written without minutes.</summary>
    /// <param name="text">The text.</param>
    /// <param name="local">The time.</param>
    /// <param name="withHalf">Whether the half of the day is written.</param>
    /// <param name="locale">The language.</param>
    public static void AppendClock(this ref TextBuilder text, DateTime local, bool withHalf, Locale locale)
    {
        var parts = locale.Clock.Parts;
        var hasHalves = false;
        foreach (var (_, gap) in parts) hasHalves |= gap == HalfOfDay;
        foreach (var (literal, gap) in parts)
        {
            if (hasHalves && ((gap == "mm" && local.Minute == 0) || (gap == HalfOfDay && !withHalf))) continue;
            text.Append(literal);
            text.AppendDatePart(local, gap, locale);
        }
    }

    private static void AppendDatePart(this ref TextBuilder text, DateTime local, string? gap, Locale locale)
    {
        switch (gap)
        {
            case "d" when local.Day == 1 && locale.FirstDay is { } first: text.Append(first); break;
            case "d": text.Append(local.Day); break;
            case "dd": text.Append(local.Day, 2); break;
            case "ddd": text.Append(locale.DaysShort[(int)local.DayOfWeek]); break;
            case "dddd": text.Append(locale.Days[(int)local.DayOfWeek]); break;
            case "M": text.Append(local.Month); break;
            case "MM": text.Append(local.Month, 2); break;
            case "MMM": text.Append(locale.MonthsShort[local.Month - 1]); break;
            case "MMMM": text.Append(locale.Months[local.Month - 1]); break;
            case "yyyy": text.Append(local.Year, 4); break;
            case "H": text.Append(local.Hour); break;
            case "HH": text.Append(local.Hour, 2); break;
            case "h": text.Append(((local.Hour + 11) % 12) + 1); break;
            case "mm": text.Append(local.Minute, 2); break;
            case HalfOfDay: text.Append(locale.Find(local.Hour < 12 ? "am" : "pm")?.Constant); break;
            default: break;
        }
    }

    /// <summary>A text with a count, in its plural form: "2 hours ago".</summary>
    public static void AppendCounted(this ref TextBuilder text, string key, long count, Locale locale) =>
        text.AppendUnit(key, count, inWords: true, locale);

    private static void AppendHoursOrMinutes(ref TextBuilder text, long hours, long minutes, bool inWords, Locale locale)
    {
        if (hours > 0) text.AppendUnit(inWords ? "hours_long" : "hours_short", hours, inWords, locale);
        else text.AppendUnit(inWords ? "minutes_long" : "minutes_short", minutes, inWords, locale);
    }

    private static void AppendUnit(this ref TextBuilder text, string key, long count, bool inWords, Locale locale)
    {
        if (locale.Find(key, count) is not { } pattern) return;
        foreach (var (literal, gap) in pattern.Parts)
        {
            AppendSpaced(ref text, literal, inWords);
            if (gap == "count") AppendCount(ref text, count, locale);
        }
    }

    private static void Append(this ref TextBuilder text, TextPattern? pattern, bool inWords)
    {
        if (pattern?.Constant is { } constant) AppendSpaced(ref text, constant, inWords);
    }

    /// <summary>Short forms must not wrap, so their spaces are no-break spaces.</summary>
    private static void AppendSpaced(ref TextBuilder text, string literal, bool inWords)
    {
        if (inWords) text.Append(literal);
        else foreach (var c in literal) text.Append(c == ' ' ? NoBreakSpace : c);
    }

    private static void AppendCount(ref TextBuilder text, long number, Locale locale)
    {
        var isGrouped = number >= SmallestWith(locale.GroupFrom);
        if (isGrouped) AppendGroups(ref text, number, locale.Group);
        else text.Append(number);
    }

    /// <summary>The smallest number with so many digits.</summary>
    private static long SmallestWith(int digits)
    {
        var number = 1L;
        for (var i = 1; i < digits; i++) number *= 10;
        return number;
    }

    private static void AppendGroups(ref TextBuilder text, long number, string group)
    {
        if (number < 1000)
        {
            text.Append(number);
            return;
        }

        var (high, low) = Math.DivRem(number, 1000);
        AppendGroups(ref text, high, group);
        text.Append(group);
        text.Append(low, 3);
    }
}
