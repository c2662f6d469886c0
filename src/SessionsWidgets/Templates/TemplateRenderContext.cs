namespace SessionsWidgets;

/// <summary>
/// What a template is rendered for: time, zone and language; and until when the result is true. A filter or tag of the host
/// gets it by <see cref="Of"/>.
/// </summary>
/// <remarks>Belongs to one rendering; not thread-safe.</remarks>
public sealed class TemplateRenderContext
{
    internal TemplateRenderContext(DateTimeOffset now, TimeZoneInfo timeZone, Locale locale, PictureWriter pictures) =>
        (Time, TimeZone, Locale, Pictures) = (now, timeZone, locale, pictures);

    /// <summary>The time for which the template is rendered. Templates that read it are rendered for each request.</summary>
    public DateTimeOffset Now
    {
        get
        {
            IsRepeatable = false;
            return Time;
        }
    }

    /// <summary>The zone in which dates are shown.</summary>
    public TimeZoneInfo TimeZone { get; }

    /// <summary>The language of the texts.</summary>
    public string Language => Locale.Language;

    /// <summary>Until when the text is true; the largest value when it always is.</summary>
    public DateTimeOffset FreshUntil { get; private set; } = DateTimeOffset.MaxValue;

    internal Locale Locale { get; }

    internal PictureWriter Pictures { get; }

    /// <summary>The time, for what lowers <see cref="FreshUntil"/> by it.</summary>
    internal DateTimeOffset Time { get; }

    /// <summary>Whether the same model gives the same text until <see cref="FreshUntil"/>.</summary>
    internal bool IsRepeatable { get; set; } = true;

    /// <summary>The rendering that a filter or tag is called in.</summary>
    /// <param name="context">The context that Fluid passes to the filter or tag.</param>
    /// <exception cref="InvalidCastException">The context is not of a widget's template.</exception>
    public static TemplateRenderContext Of(TemplateContext context) => RenderContext.Of(context).State.Run;

    /// <summary>Tells that the text changes at that time by itself.</summary>
    public void LowerFreshUntil(DateTimeOffset time) => FreshUntil = time < FreshUntil ? time : FreshUntil;

    /// <summary>The text of a key in the language of the rendering, as the filter <c>t</c> gives it.</summary>
    /// <param name="key">The key, such as <c>all_sessions</c>.</param>
    /// <param name="arguments">The values of the placeholders of the text.</param>
    /// <param name="count">Fills the gap <c>count</c> and picks the plural form.</param>
    /// <exception cref="ParameterException">There is no such text.</exception>
    public string Text(string key, IReadOnlyDictionary<string, string>? arguments = null, long? count = null) =>
        Locale.Text(key, count, gap => arguments?.GetValueOrDefault(gap))
        ?? throw new ParameterException(
            nameof(key), key, $"there is no text of that key in locales/{Language}.json.{DidYouMean.Sentence(key, Locale.Keys)}");

    /// <summary>A whole number, grouped as the language does: "1,204".</summary>
    public string Number(long number) => Locale.Number(number);

    /// <summary>A rating with one decimal: "4.8".</summary>
    public string Rating(double rating) => Locale.Rating(rating);

    /// <summary>A duration: "1 h 10 min", or in words "1 hour 10 minutes".</summary>
    public string Duration(TimeSpan duration, bool inWords = false) => Locale.Duration(duration, inWords);

    /// <summary>The time since a date: "2 hours ago". The rendering is fresh until the text changes.</summary>
    public string RelativeDate(DateTimeOffset date)
    {
        var (words, until) = RelativeTime.Of(date, Time, TimeZone, Locale);
        LowerFreshUntil(until ?? DateTimeOffset.MaxValue);
        return words;
    }

    /// <summary>A date in the zone and the language of the rendering, by a pattern of the locale: "18 Jul 2026".</summary>
    /// <exception cref="ParameterException">There is no such pattern.</exception>
    public string Date(DateTimeOffset date, string pattern = "date") =>
        Locale.Date(TimeZoneInfo.ConvertTime(date, TimeZone).DateTime, pattern)
        ?? throw new ParameterException(
            nameof(pattern),
            pattern,
            $"there is no date pattern of that name in locales/{Language}.json.{DidYouMean.Sentence(pattern, Locale.DateNames)}");
}
