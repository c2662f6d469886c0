namespace SessionsWidgets;

/// <summary>The context of a rendering: time, time zone and language, and the time until which the text is valid. A filter or tag of the
/// host gets it by <see cref="Of"/>.</summary>
/// <remarks>Not thread-safe. Use it only during the call of the filter or tag.</remarks>
public sealed class TemplateRenderContext
{
    internal TemplateRenderContext(DateTimeOffset now, TimeZoneInfo timeZone, Locale locale, PictureWriter pictures) =>
        (Time, TimeZone, Locale, Pictures) = (now, timeZone, locale, pictures);

    /// <summary>The time of the rendering. Templates that read it are rendered for each request.</summary>
    public DateTimeOffset Now
    {
        get
        {
            IsRepeatable = false;
            return Time;
        }
    }

    /// <summary>The time zone in which dates are shown.</summary>
    public TimeZoneInfo TimeZone { get; }

    /// <summary>The language of the texts, as a BCP 47 tag.</summary>
    public string Language => Locale.Language;

    /// <summary>The time until which the text is valid; the maximum value if it does not expire.</summary>
    public DateTimeOffset FreshUntil { get; private set; } = DateTimeOffset.MaxValue;

    internal Locale Locale { get; }

    internal PictureWriter Pictures { get; }

    /// <summary>The time, for callers that lower <see cref="FreshUntil"/> accordingly.</summary>
    internal DateTimeOffset Time { get; }

    /// <summary>Whether the same model gives the same text until <see cref="FreshUntil"/>.</summary>
    internal bool IsRepeatable { get; set; } = true;

    /// <summary>Gets the context of the rendering in which a filter or tag is called.</summary>
    /// <param name="context">The context that Fluid passes to the filter or tag.</param>
    /// <exception cref="InvalidCastException">The context does not belong to the template of a widget.</exception>
    public static TemplateRenderContext Of(TemplateContext context) => RenderContext.Of(context).State.Run;

    /// <summary>Lowers <see cref="FreshUntil"/> to a time; a later time has no effect.</summary>
    /// <param name="time">The time when the text changes.</param>
    public void LowerFreshUntil(DateTimeOffset time) => FreshUntil = time < FreshUntil ? time : FreshUntil;

    /// <summary>Gets a text in the language of the rendering, like the filter <c>t</c>.</summary>
    /// <param name="key">The key of the text, such as <c>all_sessions</c>.</param>
    /// <param name="arguments">The values of the placeholders in the text, by name.</param>
    /// <param name="count">The value of the placeholder <c>count</c>, which selects the plural form.</param>
    /// <exception cref="ParameterException">There is no text with that key.</exception>
    public string Text(string key, IReadOnlyDictionary<string, string>? arguments = null, long? count = null) =>
        Locale.Text(key, count, gap => arguments?.GetValueOrDefault(gap))
        ?? throw new ParameterException(
            nameof(key), key, $"there is no text of that key in locales/{Language}.json.{DidYouMean.Sentence(key, Locale.Keys)}");

    /// <summary>Formats a whole number, with the digit grouping of the language: "1,204".</summary>
    /// <param name="number">The number.</param>
    public string Number(long number) => Locale.Number(number);

    /// <summary>Formats a rating with one decimal: "4.8".</summary>
    /// <param name="rating">The rating.</param>
    public string Rating(double rating) => Locale.Rating(rating);

    /// <summary>Formats a duration: "1 h 10 min", or in words "1 hour 10 minutes".</summary>
    /// <param name="duration">The duration.</param>
    /// <param name="inWords">Whether to write the units in words. Default: false.</param>
    public string Duration(TimeSpan duration, bool inWords = false) => Locale.Duration(duration, inWords);

    /// <summary>Formats a date as the time since then: "2 hours ago"; after a week, as a date. Lowers <see cref="FreshUntil"/> to the time
    /// when the text changes.</summary>
    /// <param name="date">The date. A date in the future is "just now".</param>
    public string RelativeDate(DateTimeOffset date)
    {
        var (words, until) = RelativeTime.Of(date, Time, TimeZone, Locale);
        LowerFreshUntil(until ?? DateTimeOffset.MaxValue);
        return words;
    }

    /// <summary>Formats a date in the time zone and language of the rendering, by a pattern of the locale: "18 Jul 2026".</summary>
    /// <param name="date">The date.</param>
    /// <param name="pattern">The name of the pattern.</param>
    /// <exception cref="ParameterException">There is no pattern of that name.</exception>
    public string Date(DateTimeOffset date, string pattern = "date") =>
        Locale.Date(TimeZoneInfo.ConvertTime(date, TimeZone).DateTime, pattern)
        ?? throw new ParameterException(
            nameof(pattern),
            pattern,
            $"there is no date pattern of that name in locales/{Language}.json.{DidYouMean.Sentence(pattern, Locale.DateNames)}");
}
