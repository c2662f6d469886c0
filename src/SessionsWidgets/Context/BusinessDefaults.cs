namespace SessionsWidgets;

/// <summary>
/// What a business may have of its own, and what a client or the section <c>SessionsWidgets</c> gives to businesses that leave it out.
/// </summary>
/// <remarks>
/// Not thread-safe while it is changed. Copied and checked when a client or a business is made with it; the section's are checked when the
/// host starts.
/// </remarks>
public abstract record BusinessDefaults
{
    private const string ZoneAllowed =
        "it must be the IANA name of a time zone that this system knows, such as 'America/New_York' "
        + "(on Linux they come with the package tzdata).";

    private protected BusinessDefaults()
    {
    }

    /// <summary>
    /// Where the sessions API is, such as <c>https://api.boxpressd.com</c>: absolute, https (or http on loopback). Required, unless every
    /// business brings its own.
    /// </summary>
    public Uri? ApiBaseUrl { get; set; }

    /// <summary>
    /// The key of the API; a string converts to it. Default: none (the API answers 401). Cannot be read back. A key goes only to the
    /// address that it was given with, and responses fetched with one key are never shown for another.
    /// </summary>
    public Secret? ApiKey { get; set; }

    /// <summary>The zone in which dates are shown, by its IANA name, such as <c>America/New_York</c>. Default: UTC.</summary>
    public string? TimeZone { get; set; }

    /// <summary>
    /// The language of the widgets, as a BCP 47 tag such as <c>en</c>; English where there are no texts in it. In configuration it has to
    /// be one that there are texts in, or the host does not start. Default: <c>en</c>.
    /// </summary>
    public string? Culture { get; set; }

    /// <summary>The guest Wi-Fi. Default: none.</summary>
    public GuestWifiOptions? GuestWifi { get; set; }

    /// <summary>Checks what is set.</summary>
    /// <param name="path">What stands before the names in errors.</param>
    /// <exception cref="ParameterException">An option is not allowed.</exception>
    internal virtual void Validate(string path)
    {
        if (ApiBaseUrl is not null) ApiAddress.ValidateBase(path + nameof(ApiBaseUrl), ApiBaseUrl);
        if (TimeZone is not null && !TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone.Trim(), out _))
            throw new ParameterException(path + nameof(TimeZone), TimeZone, ZoneAllowed);
        if (Culture is not null && !LanguageTag.IsValid(Culture.Trim()))
            throw new ParameterException(path + nameof(Culture), Culture, LanguageTag.Allowed);
        GuestWifi?.Validate($"{path}{nameof(GuestWifi)}:");
    }
}
