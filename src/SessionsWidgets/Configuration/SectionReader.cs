using Microsoft.Extensions.Configuration;
using BusinessKey = SessionsWidgets.SettingKey<SessionsWidgets.BusinessSettings>;
using GuestWifiKey = SessionsWidgets.SettingKey<SessionsWidgets.GuestWifiSettings>;
using SiteKey = SessionsWidgets.SettingKey<SessionsWidgets.SessionsWidgetsOptions>;

namespace SessionsWidgets;

/// <summary>
/// Reads the configuration section. What keys there are is said here and nowhere else, so a misspelt one is an error and no setting that
/// does nothing. Without reflection, so that programs which are compiled ahead read the same.
/// </summary>
internal static class SectionReader
{
    private static readonly GuestWifiKey[] OfGuestWifi =
    [
        GuestWifiKey.Text("ApiBaseUrl", (s, v) => s.ApiBaseUrl = v),
        GuestWifiKey.Secret("AccessToken", (s, v) => s.AccessToken = v),
        GuestWifiKey.Text("TokenHeader", (s, v) => s.TokenHeader = v),
        GuestWifiKey.Text("TokenScheme", (s, v) => s.TokenScheme = v),
        GuestWifiKey.Text("LocationId", (s, v) => s.LocationId = v),
        GuestWifiKey.Texts("ClientNetworks", s => s.ClientNetworks),
        GuestWifiKey.Number("Floor", (s, v) => s.Floor = v),
        GuestWifiKey.Texts("RevealToStaff", s => s.RevealToStaff),
        GuestWifiKey.Secret("PseudonymKey", (s, v) => s.PseudonymKey = v),
    ];

    private static readonly BusinessKey[] OfBusiness =
    [
        BusinessKey.Text("ApiBaseUrl", (s, v) => s.ApiBaseUrl = v),
        BusinessKey.Text("BusinessType", (s, v) => s.BusinessType = v),
        BusinessKey.Text("BusinessId", (s, v) => s.BusinessId = v),
        BusinessKey.Secret("ApiKey", (s, v) => s.ApiKey = v),
        BusinessKey.Text("TimeZone", (s, v) => s.TimeZone = v),
        BusinessKey.Text("Culture", (s, v) => s.Culture = v),
        BusinessKey.Section("GuestWifi", (s, section, path) => Read(OfGuestWifi, s.GuestWifi ??= new GuestWifiSettings(), section, path)),
    ];

    private static readonly SiteKey[] OfCache =
    [
        SiteKey.Time("FreshFor", (s, v) => s.Cache = s.Cache with { FreshFor = v }),
        SiteKey.Time("StaleWhileRevalidate", (s, v) => s.Cache = s.Cache with { StaleWhileRevalidate = v }),
        SiteKey.Time("StaleIfError", (s, v) => s.Cache = s.Cache with { StaleIfError = v }),
        SiteKey.Time("SoftTimeout", (s, v) => s.Cache = s.Cache with { SoftTimeout = v }),
        SiteKey.Time("PageBudget", (s, v) => s.Cache = s.Cache with { PageBudget = v }),
        SiteKey.Time("FetchDeadline", (s, v) => s.Cache = s.Cache with { FetchDeadline = v }),
        SiteKey.Time("SecondLevelTimeout", (s, v) => s.Cache = s.Cache with { SecondLevelTimeout = v }),
        SiteKey.Number("RequestsPerMinute", (s, v) => s.Cache = s.Cache with { RequestsPerMinute = v }),
        SiteKey.LargeNumber("MaxBytes", (s, v) => s.Cache = s.Cache with { MaxBytes = v }),
    ];

    private static readonly SiteKey[] OfSection =
    [
        .. OfBusiness.Select(key => new SiteKey(key.Name, key.Take)),
        SiteKey.Text("Templates", (s, v) => s.Templates = v),
        SiteKey.Section("Businesses", ReadBusinesses),
        SiteKey.Section("Cache", (s, section, path) => Read(OfCache, s, section, path)),
        SiteKey.Flag("AllowHttpPictures", (s, v) => s.AllowHttpPictures = v),
        SiteKey.Flag("AllowPrivateAddresses", (s, v) => s.AllowPrivateAddresses = v),
    ];

    /// <summary>Puts what the section holds into the options; what it does not hold stays.</summary>
    /// <exception cref="ParameterException">A key is unknown, or its value has another form.</exception>
    public static void Read(IConfiguration section, SessionsWidgetsOptions options) => Read(OfSection, options, section, SettingsReader.Section);

    private static void ReadBusinesses(SessionsWidgetsOptions options, IConfigurationSection businesses, string path)
    {
        foreach (var section in businesses.GetChildren())
        {
            if (!options.Businesses.TryGetValue(section.Key, out var settings)) options.Businesses[section.Key] = settings = new BusinessSettings();
            Read(OfBusiness, settings, section, $"{path}:{section.Key}");
        }
    }

    private static void Read<T>(SettingKey<T>[] keys, T settings, IConfiguration section, string path)
    {
        foreach (var child in section.GetChildren())
        {
            var key = Array.Find(keys, k => k.Name.Equals(child.Key, StringComparison.OrdinalIgnoreCase)) ?? throw Unknown(child, path, Array.ConvertAll(keys, k => k.Name));
            key.Take(settings, child, $"{path}:{key.Name}");
        }
    }

    private static ParameterException Unknown(IConfigurationSection key, string path, string[] known)
    {
        var nearest = NearestName.Find(key.Key, known);
        return new ParameterException(
            $"The configuration key {path}:{key.Key}",
            key.Value ?? "a section",
            $"there is no such key{(nearest is null ? "" : $" (did you mean '{nearest}'?)")}: {path} takes {string.Join(", ", known)}.");
    }
}
