namespace SessionsWidgets;

/// <summary>
/// What one rendering brings with it besides the model: time, zone, language; and what comes out of it besides text: until
/// when it is true. A filter or tag of the host gets it by <see cref="Of"/>.
/// </summary>
/// <remarks>Belongs to one rendering; not thread-safe.</remarks>
public sealed class TemplateRun
{
    internal TemplateRun(DateTimeOffset now, TimeZoneInfo timeZone, Locale locale)
    {
        Now = now;
        TimeZone = timeZone;
        Locale = locale;
    }

    /// <summary>The time for which the template is rendered.</summary>
    public DateTimeOffset Now { get; }

    /// <summary>The zone in which dates are shown.</summary>
    public TimeZoneInfo TimeZone { get; }

    /// <summary>The language of the texts.</summary>
    public string Language => Locale.Language;

    /// <summary>Until when the text is true; the largest value when it always is.</summary>
    public DateTimeOffset FreshUntil { get; private set; } = DateTimeOffset.MaxValue;

    internal Locale Locale { get; }

    /// <summary>The rendering that a filter or tag is called in.</summary>
    /// <param name="context">What Fluid hands to the filter or tag.</param>
    /// <exception cref="InvalidCastException">The context is not of a widget's template.</exception>
    public static TemplateRun Of(TemplateContext context) => RenderContext.Of(context).State.Run;

    /// <summary>Tells that the text changes at that time by itself.</summary>
    public void LowerFreshUntil(DateTimeOffset time)
    {
        if (time < FreshUntil) FreshUntil = time;
    }

    /// <summary>The text of a key in the language of the rendering, as the filter <c>t</c> gives it.</summary>
    /// <param name="key">The key, such as <c>all_sessions</c>.</param>
    /// <param name="arguments">What fills the gaps of the text.</param>
    /// <param name="count">Fills the gap <c>count</c> and picks the plural form.</param>
    /// <exception cref="ParameterException">There is no such text.</exception>
    public string Text(string key, IReadOnlyDictionary<string, string>? arguments = null, long? count = null)
    {
        var pattern = Locale.Find(key, count) ?? throw new ParameterException("The text", key, $"there is none of that key in locales/{Language}.json.");
        return pattern.Constant ?? Fill(pattern, count, gap => arguments?.GetValueOrDefault(gap));
    }

    /// <summary>A whole number, grouped as the language does: "1,204".</summary>
    public string Number(long number)
    {
        var text = new TextBuilder(stackalloc char[32]);
        text.AppendNumber(number, Locale);
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

    internal static string IsoDate(DateTimeOffset date)
    {
        var text = new TextBuilder(stackalloc char[32]);
        text.AppendIsoDate(date);
        return text.Written.ToString();
    }

    internal static string IsoDuration(TimeSpan duration)
    {
        var text = new TextBuilder(stackalloc char[32]);
        text.AppendIsoDuration(duration);
        return text.Written.ToString();
    }

    /// <summary>A text with its gaps filled; one that nothing fills stays as it is written.</summary>
    internal string Fill(TextPattern pattern, long? count, Func<string, string?> argument)
    {
        var text = new TextBuilder(stackalloc char[128]);
        foreach (var (literal, gap) in pattern.Parts)
        {
            text.Append(literal);
            if (gap is null) continue;
            if (gap == "count" && count is { } number) text.AppendNumber(number, Locale);
            else text.Append(argument(gap) ?? string.Create(CultureInfo.InvariantCulture, $"{{{gap}}}"));
        }

        return text.Written.ToString();
    }
}
