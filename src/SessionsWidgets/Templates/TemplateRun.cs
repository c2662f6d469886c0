namespace SessionsWidgets;

/// <summary>What one rendering brings with it besides the model: time, zone, language; and what comes out of it besides text: until when it is true.</summary>
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

    /// <summary>Tells that the text changes at that time by itself.</summary>
    public void LowerFreshUntil(DateTimeOffset time)
    {
        if (time < FreshUntil) FreshUntil = time;
    }
}
