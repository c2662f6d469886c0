namespace SessionsWidgets.Cli;

/// <summary>A secret of the settings.</summary>
/// <param name="Setting">The full name of the setting.</param>
/// <param name="Value">The secret.</param>
internal sealed record ConfiguredSecret(string Setting, string Value)
{
    private static readonly string[] Keys =
    [
        nameof(SessionsWidgetsOptions.ApiKey), nameof(GuestWifiOptions.AccessToken), nameof(GuestWifiOptions.PseudonymKey),
    ];

    /// <summary>Finds the secrets among settings.</summary>
    public static IEnumerable<ConfiguredSecret> In(IEnumerable<KeyValuePair<string, string?>> settings, string section) =>
        from setting in settings
        where setting.Key.StartsWith($"{section}:", StringComparison.OrdinalIgnoreCase)
        let key = setting.Key[(setting.Key.LastIndexOf(':') + 1)..]
        where Array.Exists(Keys, k => k.Equals(key, StringComparison.OrdinalIgnoreCase)) && !string.IsNullOrWhiteSpace(setting.Value)
        select new ConfiguredSecret(setting.Key, setting.Value.Trim());

    /// <summary>Never the value.</summary>
    public override string ToString() => Setting;
}
