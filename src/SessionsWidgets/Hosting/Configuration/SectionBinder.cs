using Microsoft.Extensions.Configuration;

namespace SessionsWidgets;

/// <summary>Puts what the configuration section holds into the options; what it does not hold stays.</summary>
internal static class SectionBinder
{
    /// <exception cref="ParameterException">A key is unknown, or its value has another form.</exception>
    public static void Read(IConfiguration section, SessionsWidgetsOptions options)
    {
        SectionValidator.Check<SessionsWidgetsOptions>(section, SessionsWidgetsOptions.SectionName);
        section.Bind(options);
        Convert(section, options);
        foreach (var business in section.GetSection(nameof(options.Businesses)).GetChildren())
        {
            Convert(business, options.Businesses[business.Key]);
        }
    }

    /// <summary>Reads what the binder has no conversion for.</summary>
    private static void Convert(IConfiguration section, BusinessOptions options)
    {
        if (section[nameof(options.ApiKey)] is { } key) options.ApiKey = key;
        if (options.GuestWifi is { } guestWifi) Convert(section.GetSection(nameof(options.GuestWifi)), guestWifi);
    }

    private static void Convert(IConfiguration section, GuestWifiOptions options)
    {
        if (section[nameof(options.AccessToken)] is { } token) options.AccessToken = token;
        if (section[nameof(options.PseudonymKey)] is { } key) options.PseudonymKey = key;
        var fields = section.GetSection(nameof(options.RevealToStaff)).GetChildren().Select(item => item.Value).OfType<string>().ToList();
        if (fields.Count > 0)
            options.RevealToStaff =
                fields.Aggregate(GuestFields.None, static (all, text) => all | GuestFieldName.TryGet(text.Trim())!.Value);
    }
}
