namespace SessionsWidgets;

/// <summary>What one rendering brings with it besides the model: time, zone, language; and what comes out of it besides text: until when it is true.</summary>
/// <remarks>Belongs to one rendering; not thread-safe.</remarks>
public sealed partial class TemplateRun
{
    private readonly WidgetModels _models;

    internal TemplateRun(WidgetModels models, DateTimeOffset now, TimeZoneInfo timeZone, Locale locale)
    {
        _models = models;
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

    /// <summary>
    /// What a template may read of a model, in plain .NET types under the names that Liquid templates use (text, <see cref="long"/>,
    /// <see cref="double"/>, <see cref="bool"/>, <see cref="DateTimeOffset"/>, lists, dictionaries): for engines other than the library's own.
    /// </summary>
    /// <exception cref="TemplateException">Nothing says what templates may read of this type of model.</exception>
    public IReadOnlyDictionary<string, object?> Read(WidgetModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return (IReadOnlyDictionary<string, object?>)_models.Value(model).ToObject()!;
    }
}
