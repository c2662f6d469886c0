namespace SessionsWidgets;

/// <summary>The configuration section <c>SessionsWidgets</c>, the same in appsettings.json, in environment variables and in sessions-widgets.json.</summary>
/// <remarks>Checked when the host starts; a wrong value stops it with the key, the value and what is allowed.</remarks>
public sealed class SessionsWidgetsOptions : BusinessSettings
{
    /// <summary>The folder of the host's own templates. Default: none.</summary>
    public string? Templates { get; set; }

    /// <summary>More businesses, by the name that <c>business="…"</c> gives; what one leaves out is taken from the section itself.</summary>
    public IDictionary<string, BusinessSettings> Businesses { get; } = new Dictionary<string, BusinessSettings>(StringComparer.OrdinalIgnoreCase);

    /// <summary>How long answers are used, and how long pages wait. Read at start only.</summary>
    public CachePolicy Cache { get; set; } = new();

    /// <summary>Whether pictures may have http addresses. Default: false. Read at start only.</summary>
    public bool AllowHttpPictures { get; set; }

    /// <summary>Whether the API's name may lead to a private, link-local or reserved address. Default: false. Read at start only.</summary>
    public bool AllowPrivateAddresses { get; set; }
}

/// <summary>What is configured for one business.</summary>
public class BusinessSettings
{
    /// <summary>Where the sessions API is, such as <c>https://api.boxpressd.com</c>.</summary>
    public string? ApiBaseUrl { get; set; }

    /// <summary><c>venue</c> or <c>brand</c>. Default: venue.</summary>
    public string? BusinessType { get; set; }

    /// <summary>The business's identifier in the API.</summary>
    public string? BusinessId { get; set; }

    /// <summary>The key of the API. Cannot be read back. A changed one takes effect without a restart.</summary>
    public Secret? ApiKey { get; set; }

    /// <summary>The zone in which dates are shown, by its IANA name, such as <c>America/New_York</c>. Default: UTC.</summary>
    public string? TimeZone { get; set; }

    /// <summary>The language of the widgets, such as <c>en</c>: one that there are texts in, or the host does not start. A change at run time to one without texts shows English. Default: <c>en</c>.</summary>
    public string? Culture { get; set; }

    /// <summary>Its guest Wi-Fi. Default: none. A business of <see cref="SessionsWidgetsOptions.Businesses"/> has one only where it has this section; what it leaves out there, save the location, is taken from the section's.</summary>
    public GuestWifiSettings? GuestWifi { get; set; }
}
