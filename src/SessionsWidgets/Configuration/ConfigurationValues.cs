using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace SessionsWidgets;

/// <summary>Finds values of the configuration section that are no times, numbers or flags, before the binder does, which could not tell what is allowed.</summary>
internal sealed class ConfigurationValues(IConfiguration section) : IConfigureOptions<SessionsWidgetsOptions>
{
    /// <exception cref="OptionsValidationException">A value cannot be read.</exception>
    public void Configure(SessionsWidgetsOptions options)
    {
        try
        {
            Check(section, SettingsReader.Section, typeof(SessionsWidgetsOptions));
            Check(section.GetSection(nameof(SessionsWidgetsOptions.Cache)), $"{SettingsReader.Section}:Cache", typeof(CachePolicy));
        }
        catch (ParameterException e)
        {
            throw new OptionsValidationException(Options.DefaultName, typeof(SessionsWidgetsOptions), [e.Message]);
        }
    }

    private static void Check(IConfiguration section, string path, Type type)
    {
        foreach (var property in type.GetProperties())
        {
            if (section[property.Name] is { Length: > 0 } text && Allowed(property.PropertyType, text) is { } allowed)
                throw new ParameterException($"{path}:{property.Name}", text, allowed);
        }
    }

    /// <returns>What is allowed; null when the text is.</returns>
    private static string? Allowed(Type type, string text) =>
        type == typeof(TimeSpan) && !TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out _) ? "it must be a time in the form d.hh:mm:ss, such as 00:01:00 for a minute."
        : type == typeof(bool) && !bool.TryParse(text, out _) ? "it must be true or false."
        : (type == typeof(int) && !int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out _)) || (type == typeof(long) && !long.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out _))
            ? "it must be a whole number."
        : null;
}
