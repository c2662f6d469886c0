using Microsoft.Extensions.Configuration;

namespace SessionsWidgets;

/// <summary>Binds the configuration section to the options.</summary>
internal static class SectionBinder
{
    /// <exception cref="ParameterException">A key is unknown or a value has the wrong format.</exception>
    public static void Read(IConfiguration section, SessionsWidgetsOptions options)
    {
        SectionValidator.Check<SessionsWidgetsOptions>(section, SessionsWidgetsOptions.SectionName);
        section.Bind(options);
        Convert(section, options);
        if (section.GetSection(nameof(options.Pictures))[nameof(options.Pictures.Key)] is { } pictureKey) options.Pictures.Key = pictureKey;
        foreach (var business in section.GetSection(nameof(options.Businesses)).GetChildren())
        {
            Convert(business, options.Businesses[business.Key]);
        }
    }

    /// <summary>Reads the types that the generated binder cannot convert.</summary>
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
            options.RevealToStaff = fields.Select(text => GuestFieldName.TryGet(text.Trim())!.Value).Aggregate((all, field) => all | field);
    }
}
