namespace SessionsWidgets;

/// <summary>The settings that a business can set itself or inherit from the client or the section <c>SessionsWidgets</c>.</summary>
/// <remarks>Not thread-safe. Copied and validated when a client or business is created, or when the host starts.</remarks>
public abstract record BusinessDefaults
{
    private const string ZoneAllowed =
        "it must be the IANA name or the Windows id of a time zone that this system knows, such as 'America/New_York' "
        + "(on Linux they come with the package tzdata).";

    private protected BusinessDefaults()
    {
    }

    /// <summary>The base URL of the API: absolute, without user name, query or fragment. The scheme is https, http on loopback, or
    /// https+http if the host has service discovery. Required, unless every business has its own.</summary>
    public Uri? ApiBaseUrl { get; set; }

    /// <summary>The API key; cannot be read back. Default: none. Sent only to the base URL that it is set with; responses are not shared
    /// between keys.</summary>
    public Secret? ApiKey { get; set; }

    /// <summary>The time zone of the dates in widgets: an IANA name (<c>America/New_York</c>) or a Windows id. Default: UTC.</summary>
    public string? TimeZone { get; set; }

    /// <summary>The language of the widgets, as a BCP 47 tag. Default: <c>en</c>. The host does not start if the configuration sets a
    /// language without texts; elsewhere such widgets are in English.</summary>
    public string? Culture { get; set; }

    /// <summary>The options of the guest Wi-Fi. Default: none.</summary>
    public GuestWifiOptions? GuestWifi { get; set; }

    /// <summary>Validates the options that are set.</summary>
    /// <param name="path">The prefix of names in errors.</param>
    /// <exception cref="ParameterException">An option is not allowed.</exception>
    internal virtual void Validate(string path)
    {
        if (ApiBaseUrl is not null) ApiAddress.ValidateBase(path + nameof(ApiBaseUrl), ApiBaseUrl);
        ApiKey?.Validate(path + nameof(ApiKey));
        if (TimeZone is not null && !TimeZoneId.TryFind(TimeZone.Trim(), out _))
            throw new ParameterException(
                path + nameof(TimeZone), TimeZone, ZoneAllowed + DidYouMean.Sentence(TimeZoneId.Nearest(TimeZone)));
        if (Culture is not null && !LanguageTag.IsValid(Culture.Trim()))
            throw new ParameterException(
                path + nameof(Culture), Culture, LanguageTag.Allowed + DidYouMean.Sentence(LocaleSet.Nearest(Culture)));
        GuestWifi?.Validate($"{path}{nameof(GuestWifi)}:");
    }
}
