using System.Net;

namespace SessionsWidgets;

/// <summary>Turns the section <c>GuestWifi</c> into what the client takes. Errors name the configuration key.</summary>
internal static class GuestWifiSettingsReader
{
    private static readonly (string Name, GuestFields Field)[] Fields =
        [("guest", GuestFields.Guest), ("mac", GuestFields.Mac), ("ip", GuestFields.Ip), ("access-code", GuestFields.AccessCode)];

    /// <summary>The guest Wi-Fi of a business; null when it has no section of its own. What the section leaves out is the parent's, but never the location.</summary>
    /// <exception cref="ParameterException">A setting is not allowed.</exception>
    public static GuestWifiOptions? Read(string key, GuestWifiSettings? settings, GuestWifiSettings? parent)
    {
        if (settings is null) return null;
        var section = $"{key}:GuestWifi";
        var sameAddress = settings.ApiBaseUrl is null || settings.ApiBaseUrl == parent?.ApiBaseUrl;
        var options = new GuestWifiOptions
        {
            ApiBaseUrl = SettingsReader.ReadBaseUrl($"{section}:ApiBaseUrl", settings.ApiBaseUrl ?? parent?.ApiBaseUrl, GuestWifiOptions.ExampleBaseUrl),
            // A token goes only to the address that it was configured with.
            AccessToken = settings.AccessToken ?? (sameAddress ? parent?.AccessToken : null),
            TokenHeader = settings.TokenHeader ?? parent?.TokenHeader ?? new GuestWifiOptions().TokenHeader,
            TokenScheme = settings.TokenScheme ?? parent?.TokenScheme ?? new GuestWifiOptions().TokenScheme,
            LocationId = settings.LocationId,
            ClientNetworks = ReadNetworks(section, settings.ClientNetworks is { Count: > 0 } networks ? networks : parent?.ClientNetworks ?? []),
            Floor = settings.Floor ?? parent?.Floor ?? new GuestWifiOptions().Floor,
            RevealToStaff = ReadFields(section, settings.RevealToStaff is { Count: > 0 } fields ? fields : parent?.RevealToStaff ?? []),
            PseudonymKey = settings.PseudonymKey ?? parent?.PseudonymKey,
        };
        options.Validate(section);
        return options;
    }

    private static IPNetwork[] ReadNetworks(string section, IEnumerable<string> texts) =>
    [
        .. texts.Select(text => IPNetwork.TryParse(text.Trim(), out var network)
            ? network
            : throw new ParameterException($"{section}:ClientNetworks", text, "each must be a network in CIDR notation, such as 10.1.1.0/24 or 203.0.113.7/32.")),
    ];

    private static GuestFields ReadFields(string section, IEnumerable<string> texts)
    {
        var revealed = GuestFields.None;
        foreach (var text in texts)
        {
            var (name, field) = Array.Find(Fields, f => f.Name.Equals(text.Trim(), StringComparison.OrdinalIgnoreCase));
            if (name is null) throw new ParameterException($"{section}:RevealToStaff", text, $"each must be one of {string.Join(", ", Fields.Select(f => $"'{f.Name}'"))}.");
            revealed |= field;
        }

        return revealed;
    }
}
