namespace SessionsWidgets;

/// <summary>Names the settings of a business where they are set, for messages: in the section, by an <see cref="IBusinessSource"/> or in
/// code. Immutable.</summary>
internal sealed class SettingOrigin
{
    private const int MaxNameLength = 64;

    private static readonly Func<string, string> InSection = setting => $"{SessionsWidgetsOptions.SectionName}:{setting}";
    private static readonly Func<string, string> OnClient = setting => $"{nameof(SessionsClientOptions)}.{MemberOf(setting)}";

    private readonly Func<string, string> _own;
    private readonly Func<string, string> _inherited;
    private readonly BusinessOptions? _options;

    private SettingOrigin(Func<string, string> own, Func<string, string> inherited, BusinessOptions? options)
    {
        (_own, _inherited, _options) = (own, inherited, options);
    }

    /// <summary>The business of the section itself.</summary>
    public static SettingOrigin Section { get; } = new(InSection, InSection, null);

    /// <summary>One of the section's businesses.</summary>
    public static SettingOrigin Configured(string name, BusinessOptions own) =>
        new(setting => InSection($"{nameof(SessionsWidgetsOptions.Businesses)}:{name}:{setting}"), InSection, own);

    /// <summary>A business that the source of the host has found.</summary>
    public static SettingOrigin Found(string name, BusinessOptions own)
    {
        var shown = name.Length <= MaxNameLength ? name : $"{name.AsSpan(0, MaxNameLength)}…";
        return new(setting => $"{InOptions(setting)} (from the IBusinessSource, for '{shown}')", InSection, own);
    }

    /// <summary>A business that code has passed to <see cref="SessionsClient.GetBusiness(BusinessOptions)"/>.</summary>
    public static SettingOrigin Code(BusinessOptions own, bool hasSection) =>
        new(setting => $"{InOptions(setting)} (passed to GetBusiness)", hasSection ? InSection : OnClient, own);

    /// <summary>The full name of a setting, where it is set; where it should be set if it is missing.</summary>
    /// <param name="setting">The name of the setting of a business, such as <c>GuestWifi:LocationId</c>.</param>
    /// <param name="isSet">Whether the business has a value, own or inherited.</param>
    public string NameOf(string setting, bool isSet = true) => (IsOwn(setting, isSet) ? _own : _inherited)(setting);

    /// <summary>Secrets belong next to the address that they are sent to.</summary>
    private bool IsOwn(string setting, bool isSet)
    {
        if (_options is not { } own) return true;
        var wifi = own.GuestWifi;
        return setting switch
        {
            nameof(own.ApiBaseUrl) => own.ApiBaseUrl is not null,
            nameof(own.BusinessType) => own.BusinessType is not null,
            nameof(own.ApiKey) => own.ApiKey is not null || (!isSet && own.ApiBaseUrl is not null),
            GuestWifiSettings.ApiBaseUrl => wifi?.ApiBaseUrl is not null || !isSet,
            GuestWifiSettings.AccessToken => wifi?.AccessToken is not null || (!isSet && wifi?.ApiBaseUrl is not null),
            // The options of a client are inherited as a whole, by a business without any of its own.
            GuestWifiSettings.LocationId => wifi is not null || !isSet,
            _ => true,
        };
    }

    private static string InOptions(string setting) => $"{nameof(BusinessOptions)}.{MemberOf(setting)}";

    private static string MemberOf(string setting) => setting.Replace(':', '.');
}

/// <summary>The names of settings in the section <c>GuestWifi</c> of a business.</summary>
internal static class GuestWifiSettings
{
    private const string Prefix = $"{nameof(BusinessOptions.GuestWifi)}:";

    public const string ApiBaseUrl = Prefix + nameof(GuestWifiOptions.ApiBaseUrl);
    public const string AccessToken = Prefix + nameof(GuestWifiOptions.AccessToken);
    public const string LocationId = Prefix + nameof(GuestWifiOptions.LocationId);
}
