namespace SessionsWidgets;

/// <content>What the library's filters do, for engines other than the library's own.</content>
public sealed partial class TemplateRun
{
    /// <summary>The text of a key in the language of the rendering, as the filter <c>t</c> gives it.</summary>
    /// <param name="key">The key, such as <c>all_sessions</c>.</param>
    /// <param name="arguments">What fills the gaps of the text.</param>
    /// <param name="count">Fills the gap <c>count</c> and picks the plural form.</param>
    /// <exception cref="ParameterException">There is no such text.</exception>
    public string Text(string key, IReadOnlyDictionary<string, string>? arguments = null, long? count = null)
    {
        var pattern = Locale.Find(key, count) ?? throw new ParameterException("The text", key, $"there is none of that key in locales/{Language}.json.");
        var text = new TextBuilder(stackalloc char[128]);
        foreach (var (literal, gap) in pattern.Parts)
        {
            text.Append(literal);
            if (gap == "count" && count is { } number) text.AppendNumber(number, Locale);
            else if (gap is not null && arguments is not null && arguments.TryGetValue(gap, out var filled)) text.Append(filled);
        }

        return text.Written.ToString();
    }

    /// <summary>A rating with one decimal: "4.8".</summary>
    public string Rating(double rating)
    {
        var text = new TextBuilder(stackalloc char[32]);
        text.AppendRating(rating, Locale);
        return text.Written.ToString();
    }

    /// <summary>A duration: "1 h 10 min", or in words "1 hour 10 minutes".</summary>
    public string Duration(TimeSpan duration, bool inWords = false)
    {
        var text = new TextBuilder(stackalloc char[64]);
        text.AppendDuration(duration, inWords, Locale);
        return text.Written.ToString();
    }

    /// <summary>How long ago a date is: "2 hours ago". What is rendered is fresh until the words change.</summary>
    public string RelativeDate(DateTimeOffset date)
    {
        var text = new TextBuilder(stackalloc char[64]);
        if (RelativeTime.Append(ref text, date, Now, TimeZone, Locale) is { } changes) LowerFreshUntil(changes);
        return text.Written.ToString();
    }

    /// <summary>A date in the zone and the language of the rendering, by a pattern of the locale: "18 Jul 2026".</summary>
    /// <exception cref="ParameterException">There is no such pattern.</exception>
    public string Date(DateTimeOffset date, string pattern = "date")
    {
        var found = Locale.FindDate(pattern) ?? throw new ParameterException("The date pattern", pattern, $"there is none of that name in locales/{Language}.json.");
        var text = new TextBuilder(stackalloc char[64]);
        text.AppendDate(TimeZoneInfo.ConvertTime(date, TimeZone).DateTime, found, Locale);
        return text.Written.ToString();
    }
}
