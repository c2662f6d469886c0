namespace SessionsWidgets;

/// <summary>
/// The configuration section <c>SessionsWidgets</c>, the same in appsettings.json, in environment variables and in sessions-widgets.json:
/// the business that tags mean which name none, and what the others take from it.
/// </summary>
/// <remarks>Checked when the host starts; a wrong value stops it with the key, the value and what is allowed.</remarks>
public sealed record SessionsWidgetsOptions : BusinessOptions
{
    internal const string SectionName = "SessionsWidgets";

    /// <summary>The folder of the host's own templates. Default: none.</summary>
    public string? Templates { get; set; }

    /// <summary>More businesses, by the name that <c>business="…"</c> gives; what one leaves out is taken from the section
    /// itself.</summary>
    public IDictionary<string, BusinessOptions> Businesses { get; } =
        new Dictionary<string, BusinessOptions>(StringComparer.OrdinalIgnoreCase);

    /// <summary>How long answers are used, and how long pages wait. Read at start only.</summary>
    public CachePolicy Cache { get; set; } = new();

    /// <summary>Whether pictures may have http addresses. Default: false. Read at start only.</summary>
    public bool AllowHttpPictures { get; set; }

    /// <summary>Whether the API's name may lead to a private, link-local or reserved address. Default: false. Read at start only.</summary>
    public bool AllowPrivateAddresses { get; set; }

    /// <summary>The business of that name, or the section's own for the empty name; null when there is none.</summary>
    /// <exception cref="ParameterException">Nothing says where its API is.</exception>
    internal BusinessOptions? GetBusiness(string name) =>
        name.Length == 0 ? BusinessId is null ? null : Complete(this)
        : Businesses.TryGetValue(name, out var business) ? Complete(business)
        : null;

    /// <summary>A business with what it leaves out taken from the section.</summary>
    /// <exception cref="ParameterException">Nothing says where its API is.</exception>
    internal BusinessOptions Complete(BusinessOptions business)
    {
        var complete = business.CompletedBy(this);
        ApiAddress.ValidateBase($"{SectionName}:{nameof(ApiBaseUrl)}", complete.ApiBaseUrl);
        return complete;
    }

    /// <summary>Checks the section and every business in it, so that a mistake shows at start and not on a page.</summary>
    /// <exception cref="ParameterException">A setting is not allowed.</exception>
    internal void Validate()
    {
        const string Path = $"{SectionName}:";
        Validate(Path);
        Cache.Validate($"{Path}{nameof(Cache)}:");
        GetBusiness("")?.GuestWifi?.ValidateBaseUrl($"{Path}{nameof(GuestWifi)}:");
        foreach (var (name, business) in Businesses)
        {
            var path = $"{Path}{nameof(Businesses)}:{name}:";
            business.Validate(path);
            Identifier.Validate(path + nameof(BusinessId), business.BusinessId);
            Complete(business).GuestWifi?.ValidateBaseUrl($"{path}{nameof(GuestWifi)}:");
        }
    }
}
