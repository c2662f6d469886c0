namespace SessionsWidgets;

/// <summary>A calendar day, or a number of days before today in the business's time zone. Immutable.</summary>
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

    /// <summary>Today.</summary>
    public static Day Today => Ago(0);

    /// <summary>A number of days before today, from 0 to 3650.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="days"/> is out of range.</exception>
    public static Day Ago(int days)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(days);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(days, MaxDaysAgo);
        return new Day(default, days);
    }

    /// <summary>A calendar day.</summary>
    public static implicit operator Day(DateOnly date) => new(date, null);

    /// <summary>Reads <c>2026-07-18</c>, <c>today</c>, or <c>7 days ago</c>.</summary>
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

    /// <summary>The calendar day when today is <paramref name="today"/>.</summary>
    public DateOnly On(DateOnly today) => _daysAgo is { } days ? today.AddDays(-days) : _date;

    /// <summary>The day in the form that <see cref="TryParse"/> reads.</summary>
    public override string ToString() => _daysAgo switch
    {
        null => _date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        0 => "today",
        1 => "1 day ago",
        { } days => string.Create(CultureInfo.InvariantCulture, $"{days} days ago"),
    };
}
