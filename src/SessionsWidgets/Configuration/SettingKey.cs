using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace SessionsWidgets;

/// <summary>A key of a configuration section, and what its value does to the settings.</summary>
/// <param name="Name">The key's name.</param>
/// <param name="Take">Puts what the configuration holds into the settings; gets the key's path for errors.</param>
internal sealed record SettingKey<T>(string Name, Action<T, IConfigurationSection, string> Take)
{
    public static SettingKey<T> Text(string name, Action<T, string?> set) => new(name, (settings, key, path) => set(settings, SettingKey.Value(key, path)));

    public static SettingKey<T> Secret(string name, Action<T, Secret?> set) => new(name, (settings, key, path) => set(settings, SettingKey.Secret(SettingKey.Value(key, path), path)));

    public static SettingKey<T> Flag(string name, Action<T, bool> set) => Parsed<bool>(name, bool.TryParse, "it must be 'true' or 'false'.", set);

    public static SettingKey<T> Number(string name, Action<T, int> set) => Parsed<int>(name, SettingKey.TryInteger, "it must be a whole number.", set);

    public static SettingKey<T> LargeNumber(string name, Action<T, long> set) => Parsed<long>(name, SettingKey.TryInteger, "it must be a whole number.", set);

    public static SettingKey<T> Time(string name, Action<T, TimeSpan> set) => Parsed<TimeSpan>(
        name, SettingKey.TryTime, "it must be hours, minutes and seconds, such as '00:10:00', with days before them where there are some: '1.00:00:00'.", set);

    /// <summary>A list of texts.</summary>
    public static SettingKey<T> Texts(string name, Func<T, IList<string>> list) => new(name, (settings, key, path) =>
    {
        foreach (var item in SettingKey.Children(key, path, $"it must be a list: {name}:0 is its first item."))
        {
            if (SettingKey.Value(item, $"{path}:{item.Key}") is { } text) list(settings).Add(text);
        }
    });

    /// <summary>A section within the section. One without keys counts as not being there.</summary>
    public static SettingKey<T> Section(string name, Action<T, IConfigurationSection, string> take) => new(name, (settings, key, path) =>
    {
        if (SettingKey.Children(key, path, "it must be a section.").Count > 0) take(settings, key, path);
    });

    private static SettingKey<T> Parsed<TValue>(string name, SettingKey.Parser<TValue> parse, string allowed, Action<T, TValue> set) => new(name, (settings, key, path) =>
    {
        if (SettingKey.Value(key, path) is not { } text) return;
        set(settings, parse(text.Trim(), out var value) ? value : throw new ParameterException(path, text, allowed));
    });
}

/// <summary>Reads the values of keys.</summary>
internal static class SettingKey
{
    public delegate bool Parser<T>(string text, out T value);

    public static string? Value(IConfigurationSection key, string path) =>
        key.GetChildren().Any() ? throw new ParameterException(path, "a section", "it must be a single value.") : key.Value;

    /// <remarks>The error does not hold the key.</remarks>
    public static Secret? Secret(string? text, string path)
    {
        try
        {
            return text;
        }
        catch (ParameterException e)
        {
            throw new ParameterException(path, e.Value, "it must be visible ASCII without spaces, as HTTP headers carry it.");
        }
    }

    public static List<IConfigurationSection> Children(IConfigurationSection key, string path, string allowed) =>
        // An empty list comes as an empty text.
        string.IsNullOrEmpty(key.Value) ? [.. key.GetChildren()] : throw new ParameterException(path, key.Value, allowed);

    public static bool TryInteger(string text, out int value) => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);

    public static bool TryInteger(string text, out long value) => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);

    public static bool TryTime(string text, out TimeSpan value) => TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out value);
}
