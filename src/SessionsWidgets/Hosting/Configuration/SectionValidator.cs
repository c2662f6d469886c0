using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Microsoft.Extensions.Configuration;

namespace SessionsWidgets;

/// <summary>
/// Checks the keys and the form of the values before they are bound. The binder passes over keys that it does not know, and its errors do
/// not say what is allowed and can show a secret. What keys there are is what properties the options have.
/// </summary>
internal static class SectionValidator
{
    /// <exception cref="ParameterException">A key is unknown, or its value has another form.</exception>
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
        else if (type == typeof(IDictionary<string, BusinessOptions>)) CheckBusinesses(SectionOf(key, path), path);
        else if (SettingFormat.OfItems(type) is { } items) items.CheckAll(key, path);
        else if (SingleValue(key, path) is { } text) SettingFormat.Of(type).Check(path, text);
    }

    private static void CheckBusinesses(IConfigurationSection businesses, string path)
    {
        foreach (var business in businesses.GetChildren()) Check<BusinessOptions>(business, $"{path}:{business.Key}");
    }

    /// <remarks>An empty section comes as an empty text.</remarks>
    private static IConfigurationSection SectionOf(IConfigurationSection key, string path) =>
        string.IsNullOrEmpty(key.Value) ? key : throw new ParameterException(path, key.Value, "it must be a section.");

    private static string? SingleValue(IConfigurationSection key, string path) =>
        key.GetChildren().Any() ? throw new ParameterException(path, "a section", "it must be a single value.") : key.Value;

    private static ParameterException Unknown(IConfigurationSection key, string path, PropertyInfo[] keys)
    {
        // What is inherited is what a business has of its own; it comes first.
        var known = keys.GroupBy(k => k.DeclaringType).Reverse().SelectMany(type => type.Select(k => k.Name)).ToList();
        var nearest = NearestName.Of(key.Key, known);
        return new ParameterException(
            $"The configuration key {path}:{key.Key}",
            key.Value ?? "a section",
            $"there is no such key{(nearest is null ? "" : $" (did you mean '{nearest}'?)")}: {path} takes {string.Join(", ", known)}.");
    }
}
