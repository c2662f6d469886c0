namespace SessionsWidgets;

/// <summary>Checks that there are texts in the configured languages.</summary>
internal static class CultureValidator
{
    /// <exception cref="ParameterException">There are none in one of them.</exception>
    public static void Validate(SessionsWidgetsOptions options, LocaleSet locales)
    {
        const string Path = SessionsWidgetsOptions.SectionName;
        Check($"{Path}:{nameof(options.Culture)}", options.Culture);
        foreach (var (name, business) in options.Businesses)
            Check($"{Path}:{nameof(options.Businesses)}:{name}:{nameof(options.Culture)}", business.Culture);

        void Check(string key, string? culture)
        {
            if (culture is not null && locales.Find(culture.Trim()) is null) throw locales.NoTexts(key, culture);
        }
    }
}
