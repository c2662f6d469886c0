namespace SessionsWidgets;

/// <summary>Settings of a business that it may also inherit from the client or the section <c>SessionsWidgets</c>.</summary>
/// <remarks>Not thread-safe. Copied and validated when a client or business is created; the section's when the host starts.</remarks>
public abstract record BusinessDefaults
{
    private const string ZoneAllowed =
        "it must be the IANA name or the Windows id of a time zone that this system knows, such as 'America/New_York' "
        + "(on Linux they come with the package tzdata).";

    private protected BusinessDefaults()
    {
    }

    /// <summary>The base URL of the API: absolute, https (or http on loopback, or https+http with the service discovery of the host).
    /// Required, unless every business has its own.</summary>
    public Uri? ApiBaseUrl { get; set; }

    /// <summary>The API key. Default: none. Sent only to the address it was set with; responses are not shared between keys.</summary>
    public Secret? ApiKey { get; set; }

    /// <summary>The time zone of the dates in widgets: the IANA name (<c>America/New_York</c>) or the Windows id. Default: UTC.</summary>
    public string? TimeZone { get; set; }

    /// <summary>The BCP 47 language of the widgets. Default: <c>en</c>. In configuration, there must be texts in it.</summary>
    public string? Culture { get; set; }

    /// <summary>The guest Wi-Fi. Default: none.</summary>
    public GuestWifiOptions? GuestWifi { get; set; }

    /// <summary>Validates the options that are set.</summary>
    /// <param name="path">The prefix of the names in errors.</param>
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
