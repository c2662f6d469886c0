namespace SessionsWidgets;

/// <summary>A calendar day, or a day relative to today in the business's time zone. Immutable.</summary>
public readonly record struct Day
{
    private const int MaxDaysAgo = 3650;

    private readonly DateOnly _date;
    private readonly int? _daysAgo;

    private Day(DateOnly date, int? daysAgo)
    {
        _date = date;
        _daysAgo = daysAgo;
    }

    /// <summary>Today in the business's time zone.</summary>
    public static Day Today => Ago(0);

    /// <summary>Creates a day that is a number of days before today.</summary>
    /// <param name="days">The number of days, 0 to 3650.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="days"/> is out of range.</exception>
    public static Day Ago(int days)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(days);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(days, MaxDaysAgo);
        return new Day(default, days);
    }

    /// <summary>Converts a calendar day.</summary>
    /// <param name="date">The calendar day.</param>
    public static implicit operator Day(DateOnly date) => new(date, null);

    /// <summary>Parses a day: <c>2026-07-18</c>, <c>today</c>, <c>1 day ago</c> or <c>7 days ago</c>, up to 3650 days.</summary>
    /// <param name="text">The text, in lower case and without white space around it.</param>
    /// <param name="day">The day; the default value if the text is not one.</param>
    /// <returns>Whether the text is a day.</returns>
    public static bool TryParse(string? text, out Day day)
    {
        day = default;
        if (text is null) return false;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            day = date;
            return true;
        }

        if (text == "today")
        {
            day = Today;
            return true;
        }

        var suffix = text.EndsWith(" days ago", StringComparison.Ordinal) ? " days ago" : " day ago";
        if (!text.EndsWith(suffix, StringComparison.Ordinal)) return false;
        var number = text.AsSpan(0, text.Length - suffix.Length);
        if (!int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var days) || days > MaxDaysAgo) return false;
        day = Ago(days);
        return true;
    }

    /// <summary>Whether the calendar day depends on today.</summary>
    internal bool IsRelative => _daysAgo is not null;

    /// <summary>Gets the calendar day.</summary>
    /// <param name="today">Today in the business's time zone.</param>
    public DateOnly On(DateOnly today) => _daysAgo is { } days ? today.AddDays(-days) : _date;

    /// <summary>Returns the text that <see cref="TryParse"/> parses.</summary>
    public override string ToString() => _daysAgo switch
    {
        null => _date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        0 => "today",
        1 => "1 day ago",
        { } days => string.Create(CultureInfo.InvariantCulture, $"{days} days ago"),
    };
}
