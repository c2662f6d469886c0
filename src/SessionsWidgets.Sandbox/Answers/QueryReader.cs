using System.Globalization;
using SessionsWidgets.Sandbox.Data;

namespace SessionsWidgets.Sandbox.Answers;

/// <summary>Reads typed parameters; the first bad one becomes the error. For one request, not shared.</summary>
/// <param name="values">The values of a parameter, by its name.</param>
internal sealed class QueryReader(Func<string, IReadOnlyList<string?>> values)
{
    private const int DefaultLimit = 10;

    private const int MaxLimit = 100;

    /// <summary>The first bad parameter, or null while all were good.</summary>
    public QueryError? Error { get; private set; }

    /// <summary>Reads <c>limit</c>, <c>offset</c>, <c>from</c> and <c>to</c>, which all lists of the sessions API have.</summary>
    public PageWindow Window()
    {
        int limit = Number("limit", DefaultLimit, 1, MaxLimit);
        int offset = Number("offset", 0, 0, int.MaxValue);
        DateOnly? from = Day("from");
        DateOnly? to = Day("to");
        if (from > to)
            Fail("from", string.Create(CultureInfo.InvariantCulture, $"from ({from:yyyy-MM-dd}) must not be after to ({to:yyyy-MM-dd})."));
        return new PageWindow(limit, offset, from is { } first ? Midnight(first) : null, DayAfter(to));
    }

    public int Number(string name, int fallback, int least, int most)
    {
        if (Text(name) is not { } text)
            return fallback;
        bool isNumber = int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number);
        if (isNumber && number >= least && number <= most)
            return number;
        Fail(name, most == int.MaxValue
            ? $"{name} must be a whole number from {least}."
            : $"{name} must be a whole number from {least} to {most}.");
        return fallback;
    }

    public DateOnly? Day(string name)
    {
        if (Text(name) is not { } text)
            return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day))
            return day;
        Fail(name, $"{name} must be a day such as 2026-07-18.");
        return null;
    }

    public bool? Flag(string name)
    {
        switch (Text(name))
        {
            case null:
                return null;
            case "true":
                return true;
            case "false":
                return false;
            default:
                Fail(name, $"{name} must be true or false.");
                return null;
        }
    }

    /// <summary>The value, or null if the parameter is absent. One that comes twice is bad.</summary>
    public string? Text(string name)
    {
        IReadOnlyList<string?> given = values(name);
        if (given.Count > 1)
            Fail(name, $"{name} may be given once.");
        return given.Count == 0 ? null : given[0];
    }

    public void Fail(string name, string message) => Error ??= new QueryError(name, message);

    private static DateTimeOffset Midnight(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);

    /// <summary>The last day is included; after the calendar's last day there is nothing to leave out.</summary>
    private static DateTimeOffset? DayAfter(DateOnly? day) =>
        day is { } last && last < DateOnly.MaxValue ? Midnight(last.AddDays(1)) : null;
}

/// <summary>What is wrong with a parameter.</summary>
/// <param name="Parameter">Its name.</param>
/// <param name="Message">What is allowed.</param>
internal sealed record QueryError(string Parameter, string Message);
