using Microsoft.Extensions.Configuration;

namespace SessionsWidgets;

/// <summary>Finds misspelt keys of the configuration section, which would otherwise be settings that do nothing.</summary>
internal static class ConfigurationKeys
{
    private static readonly string[] OfBusiness = [.. typeof(BusinessSettings).GetProperties().Select(p => p.Name)];
    private static readonly string[] OfSection = [.. typeof(SessionsWidgetsOptions).GetProperties().Select(p => p.Name)];
    private static readonly string[] OfGuestWifi = [.. typeof(GuestWifiSettings).GetProperties().Select(p => p.Name)];
    private static readonly string[] OfCache = [.. typeof(CachePolicy).GetProperties().Select(p => p.Name)];

    /// <exception cref="ParameterException">A key is unknown.</exception>
    public static void Check(IConfiguration section)
    {
        Check(section, SettingsReader.Section, OfSection);
        Check(section.GetSection(nameof(SessionsWidgetsOptions.Cache)), $"{SettingsReader.Section}:Cache", OfCache);
        CheckGuestWifi(section, SettingsReader.Section);
        foreach (var business in section.GetSection(nameof(SessionsWidgetsOptions.Businesses)).GetChildren())
        {
            Check(business, $"{SettingsReader.Section}:Businesses:{business.Key}", OfBusiness);
            CheckGuestWifi(business, $"{SettingsReader.Section}:Businesses:{business.Key}");
        }
    }

    private static void CheckGuestWifi(IConfiguration business, string path) =>
        Check(business.GetSection(nameof(BusinessSettings.GuestWifi)), $"{path}:GuestWifi", OfGuestWifi);

    private static void Check(IConfiguration section, string path, string[] known)
    {
        foreach (var child in section.GetChildren())
        {
            if (known.Contains(child.Key, StringComparer.OrdinalIgnoreCase)) continue;
            var nearest = NearestName.Find(child.Key, known);
            throw new ParameterException(
                $"The configuration key {path}:{child.Key}",
                child.Value ?? "a section",
                $"there is no such key{(nearest is null ? "" : $" (did you mean '{nearest}'?)")}: {path} takes {string.Join(", ", known)}.");
        }
    }
}
