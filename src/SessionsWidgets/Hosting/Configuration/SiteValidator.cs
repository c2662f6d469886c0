namespace SessionsWidgets;

/// <summary>Validates what only the running site knows: that there are texts in its languages, and that its addresses can be
/// resolved.</summary>
internal static class SiteValidator
{
    /// <exception cref="ParameterException">A setting does not fit the site.</exception>
    public static void Validate(SessionsWidgetsOptions options, LocaleSet locales, SessionsClient client)
    {
        const string Path = $"{SessionsWidgetsOptions.SectionName}:";
        Check(Path, options);
        foreach (var (name, business) in options.Businesses) Check($"{Path}{nameof(options.Businesses)}:{name}:", business);

        void Check(string path, BusinessOptions business)
        {
            if (business.Culture is { } culture && locales.Find(culture.Trim()) is null)
                throw locales.NoTexts(path + nameof(business.Culture), culture);
            client.ValidateAddresses(path, business);
        }
    }
}
