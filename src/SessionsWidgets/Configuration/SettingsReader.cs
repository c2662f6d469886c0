namespace SessionsWidgets;

/// <summary>Turns configured texts into what the client takes. Errors name the configuration key.</summary>
internal static class SettingsReader
{
    public const string Section = "SessionsWidgets";

    /// <summary>The business of the section itself; null when it has no business id.</summary>
    /// <exception cref="ParameterException">A setting is not allowed.</exception>
    public static BusinessOptions? ReadDefault(SessionsWidgetsOptions options) => options.BusinessId is null ? null : Read(Section, options, null);

    /// <summary>A named business; null when there is none of that name.</summary>
    /// <exception cref="ParameterException">A setting is not allowed.</exception>
    public static BusinessOptions? ReadNamed(SessionsWidgetsOptions options, string name) =>
        options.Businesses.TryGetValue(name, out var settings) ? Read($"{Section}:Businesses:{name}", settings, options) : null;

    /// <summary>A business that the host found, with what it leaves out taken from the section. A key goes only to the address that it was configured with.</summary>
    /// <exception cref="ParameterException">A setting is not allowed.</exception>
    public static BusinessOptions Complete(BusinessOptions found, SessionsWidgetsOptions options) => found with
    {
        ApiBaseUrl = found.ApiBaseUrl ?? ReadBaseUrl($"{Section}:ApiBaseUrl", options.ApiBaseUrl),
        ApiKey = found.ApiKey ?? (found.ApiBaseUrl is null ? options.ApiKey : null),
        TimeZone = found.TimeZone ?? ReadZone($"{Section}:TimeZone", options.TimeZone),
        Culture = found.Culture ?? ReadCulture($"{Section}:Culture", options.Culture),
    };

    /// <summary>Reads everything once, so that a mistake shows at start and not on a page.</summary>
    /// <exception cref="ParameterException">A setting is not allowed.</exception>
    public static void Check(SessionsWidgetsOptions options)
    {
        ReadDefault(options);
        foreach (var name in options.Businesses.Keys) ReadNamed(options, name);
        options.Cache.Validate($"{Section}:{nameof(options.Cache)}");
    }

    /// <summary>Checks that there are texts in the configured languages.</summary>
    /// <exception cref="ParameterException">There are none in one of them.</exception>
    public static void CheckCultures(SessionsWidgetsOptions options, TemplateSet templates)
    {
        CheckCulture($"{Section}:Culture", options.Culture, templates);
        foreach (var (name, business) in options.Businesses) CheckCulture($"{Section}:Businesses:{name}:Culture", business.Culture, templates);
    }

    private static void CheckCulture(string key, string? culture, TemplateSet templates)
    {
        if (culture is not null && templates.FindLocale(culture.Trim()) is null) throw templates.NoTexts(key, culture);
    }

    private static BusinessOptions Read(string key, BusinessSettings settings, BusinessSettings? parent)
    {
        var (baseUrl, baseUrlKey) = settings.ApiBaseUrl is not null ? (settings.ApiBaseUrl, key) : (parent?.ApiBaseUrl, Section);
        Identifier.Validate($"{key}:BusinessId", settings.BusinessId);
        return new BusinessOptions
        {
            ApiBaseUrl = ReadBaseUrl($"{baseUrlKey}:ApiBaseUrl", baseUrl),
            BusinessType = ReadType($"{key}:BusinessType", settings.BusinessType ?? parent?.BusinessType),
            BusinessId = settings.BusinessId,
            // A key goes only to the address that it was configured with.
            ApiKey = settings.ApiKey ?? (settings.ApiBaseUrl is null || settings.ApiBaseUrl == parent?.ApiBaseUrl ? parent?.ApiKey : null),
            TimeZone = ReadZone($"{key}:TimeZone", settings.TimeZone ?? parent?.TimeZone),
            Culture = ReadCulture($"{key}:Culture", settings.Culture ?? parent?.Culture),
            GuestWifi = GuestWifiSettingsReader.Read(key, settings.GuestWifi, parent?.GuestWifi),
        };
    }

    public static Uri ReadBaseUrl(string key, string? text, string example = ApiAddress.ExampleBaseUrl) =>
        ApiAddress.ValidateBase(key, text is null ? null : new Uri(text.Trim(), UriKind.RelativeOrAbsolute), example);

    public static BusinessType ReadType(string key, string? text) =>
        text is null ? BusinessType.Venue
        : ParameterKinds.Choice<BusinessType>().Parse(text.Trim()) is (true, var type) ? type
        : throw new ParameterException(key, text, ParameterKinds.Choice<BusinessType>().Allowed);

    public static TimeZoneInfo ReadZone(string key, string? text)
    {
        if (text is null) return TimeZoneInfo.Utc;
        return TimeZoneInfo.TryFindSystemTimeZoneById(text.Trim(), out var zone)
            ? zone
            : throw new ParameterException(key, text, "it must be the IANA name of a time zone that this system knows, such as 'America/New_York' (on Linux they come with the package tzdata).");
    }

    public static string ReadCulture(string key, string? text)
    {
        if (text is null) return "en";
        return LanguageTag.IsValid(text.Trim()) ? text.Trim() : throw new ParameterException(key, text, ParameterKinds.Language.Allowed);
    }
}
