using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Microsoft.Extensions.Configuration;

namespace SessionsWidgets;

/// <summary>Checks keys and formats before binding: the binder ignores unknown keys, and its errors can contain secrets.</summary>
internal static class SectionValidator
{
    private static readonly string[] SecretWords = ["key", "token", "secret", "password", "auth", "credential"];

    /// <exception cref="ParameterException">A key is unknown or a value has the wrong format.</exception>
    public static void Check<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] T>(
        IConfiguration section, string path)
    {
        var keys = typeof(T).GetProperties(BindingFlags.Public | BindingFlags.Instance);
        foreach (var child in section.GetChildren())
        {
            var key = Array.Find(keys, k => k.Name.Equals(child.Key, StringComparison.OrdinalIgnoreCase))
                ?? throw Unknown(child, path, keys);
            Check(child, $"{path}:{key.Name}", Nullable.GetUnderlyingType(key.PropertyType) ?? key.PropertyType);
        }
    }

    private static void Check(IConfigurationSection key, string path, Type type)
    {
        if (type == typeof(GuestWifiOptions)) Check<GuestWifiOptions>(SectionOf(key, path), path);
        else if (type == typeof(CachePolicy)) Check<CachePolicy>(SectionOf(key, path), path);
        else if (type == typeof(PictureOptions)) Check<PictureOptions>(SectionOf(key, path), path);
        else if (type == typeof(IDictionary<string, BusinessOptions>)) CheckBusinesses(SectionOf(key, path), path);
        else if (SettingFormat.OfItems(type) is { } items) items.CheckAll(key, path);
        else if (SingleValue(key, path) is { } text) SettingFormat.Of(type).Check(path, text);
    }

    private static void CheckBusinesses(IConfigurationSection businesses, string path)
    {
        foreach (var business in businesses.GetChildren()) Check<BusinessOptions>(business, $"{path}:{business.Key}");
    }

    /// <remarks>An empty section has an empty string as its value.</remarks>
    private static IConfigurationSection SectionOf(IConfigurationSection key, string path) =>
        string.IsNullOrEmpty(key.Value) ? key : throw new ParameterException(path, key.Value, "it must be a section.");

    private static string? SingleValue(IConfigurationSection key, string path) =>
        key.GetChildren().Any() ? throw new ParameterException(path, "a section", "it must be a single value.") : key.Value;

    private static ParameterException Unknown(IConfigurationSection key, string path, PropertyInfo[] keys)
    {
        // Inherited properties, those of a business, come first.
        var known = keys.GroupBy(k => k.DeclaringType).Reverse().SelectMany(type => type.Select(k => k.Name)).ToList();
        var nearest = NearestName.Of(key.Key, known);
        // The value of a misspelled secret is not shown, nor that of another name for one.
        var isSecret = keys.Any(k => k.Name == nearest && k.PropertyType == typeof(Secret))
            || Array.Exists(SecretWords, word => key.Key.Contains(word, StringComparison.OrdinalIgnoreCase));
        return new ParameterException(
            $"{path}:{key.Key}",
            isSecret ? Secret.Mask : key.Value ?? "a section",
            $"there is no such key{DidYouMean.Aside(nearest)}: {path} takes {string.Join(", ", known)}.");
    }
}
