namespace SessionsWidgets;

/// <summary>The configuration section <c>SessionsWidgets</c>: the default business, other businesses, and the settings that they
/// inherit.</summary>
/// <remarks>Not thread-safe. Validated when the host starts; an invalid value stops it.</remarks>
public sealed record SessionsWidgetsOptions : BusinessOptions
{
    internal const string SectionName = "SessionsWidgets";

    /// <summary>The folder of the host's own templates: absolute, or relative to the content root. Default: none. Read at startup
    /// only.</summary>
    public string? Templates { get; set; }

    /// <summary>Other businesses, by the name that <c>business="…"</c> uses, ignoring case. They inherit the settings that they do not set,
    /// except <see cref="BusinessOptions.BusinessId"/>, <see cref="BusinessOptions.Name"/> and
    /// <see cref="GuestWifiOptions.LocationId"/>.</summary>
    public IDictionary<string, BusinessOptions> Businesses { get; } =
        new Dictionary<string, BusinessOptions>(StringComparer.OrdinalIgnoreCase);

    /// <summary>The options of caching: freshness, timeouts and limits. Read at startup only.</summary>
    public CachePolicy Cache { get; set; } = new();

    /// <summary>The options of the pictures of widgets. Default: browsers load them from the URLs that the API names. Read at startup
    /// only.</summary>
    public PictureOptions Pictures { get; set; } = new();

    /// <summary>Whether a page with widgets is cached no longer than they are fresh, in output caching and by its caching headers. Default:
    /// true. Pages with widgets for one visitor or for staff are never cached. Read at startup only.</summary>
    public bool LimitPageCaching { get; set; } = true;

    /// <summary>Whether pictures may have http URLs. Default: false: https only, or http if the API and the picture are both on loopback.
    /// Read at startup only.</summary>
    public bool AllowHttpPictures { get; set; }

    /// <summary>Whether connections to private, link-local and reserved addresses are allowed, and pictures with such addresses are shown.
    /// Default: false. Read at startup only.</summary>
    public bool AllowPrivateAddresses { get; set; }

    /// <summary>Gets a business with its inherited settings, or null; the empty name is the section's own.</summary>
    /// <exception cref="ParameterException">No API base URL is set.</exception>
    internal BusinessOptions? GetBusiness(string name) =>
        name.Length == 0 ? BusinessId is null ? null : Complete(this)
        : Businesses.TryGetValue(name, out var business) ? Complete(business)
        : null;

    /// <summary>Inherits the settings that the business does not set from the section.</summary>
    /// <exception cref="ParameterException">No API base URL is set.</exception>
    internal BusinessOptions Complete(BusinessOptions business)
    {
        var complete = business.CompletedBy(this);
        ApiAddress.ValidateBase($"{SectionName}:{nameof(ApiBaseUrl)}", complete.ApiBaseUrl);
        return complete;
    }

    /// <summary>Validates the section and all businesses.</summary>
    /// <exception cref="ParameterException">A setting is not allowed.</exception>
    internal void Validate()
    {
        const string Path = $"{SectionName}:";
        Validate(Path);
        Cache.Validate($"{Path}{nameof(Cache)}:");
        Pictures.Validate($"{Path}{nameof(Pictures)}:");
        GetBusiness("")?.GuestWifi?.ValidateBaseUrl($"{Path}{nameof(GuestWifi)}:");
        foreach (var (name, business) in Businesses)
        {
            var path = $"{Path}{nameof(Businesses)}:{name}:";
            business.Validate(path);
            if (business.BusinessId is null)
                throw new ParameterException(
                    path + nameof(BusinessId), null, "each of the businesses sets its own: it is not inherited from the section.");
            Identifier.Validate(path + nameof(BusinessId), business.BusinessId);
            Complete(business).GuestWifi?.ValidateBaseUrl($"{path}{nameof(GuestWifi)}:");
        }
    }
}
