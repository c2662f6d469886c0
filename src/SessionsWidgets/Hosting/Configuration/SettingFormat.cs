using Microsoft.Extensions.Configuration;

namespace SessionsWidgets;

/// <summary>How the values of a type are written in configuration.</summary>
/// <param name="IsValid">Whether a text is one, white space around it aside.</param>
/// <param name="Allowed">What is allowed, as the rest of a sentence.</param>
/// <param name="Shown">What of a refused text an error may show; null for all of it.</param>
internal sealed record SettingFormat(Func<string, bool> IsValid, string Allowed, Func<string, string>? Shown = null)
{
    private static readonly SettingFormat Number = new(
        text => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _), "it must be a whole number.");

    private static readonly Dictionary<Type, SettingFormat> Values = new()
    {
        [typeof(string)] = new(_ => true, ""),
        [typeof(bool)] = new(text => bool.TryParse(text, out _), "it must be 'true' or 'false'."),
        [typeof(int)] = Number with
        {
            IsValid = text => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
        },
        [typeof(long)] = Number,
        [typeof(TimeSpan)] = new(
            text => TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out _),
            "it must be hours, minutes and seconds, such as '00:10:00', with days before them where there are some: '1.00:00:00'."),
        [typeof(BusinessType)] = new(
            text => ParameterKinds.Choice<BusinessType>().Parse(text).Ok, ParameterKinds.Choice<BusinessType>().Allowed),
        // What is no address may still hold a password.
        [typeof(Uri)] = new(
            text => text.Length > 0 && Uri.TryCreate(text, UriKind.RelativeOrAbsolute, out _),
            "it must be an absolute https address (http only on loopback) without user name, query or fragment.",
            text => text.Contains('@', StringComparison.Ordinal) ? Secret.Mask : text),
        [typeof(Secret)] = new(
            text => text.Length == 0 || Secret.IsValid(text),
            "it must be visible ASCII without spaces, as HTTP headers carry it.",
            _ => Secret.Mask),
    };

    private static readonly Dictionary<Type, SettingFormat> Items = new()
    {
        [typeof(IList<string>)] = new(_ => true, "each must be a text."),
        [typeof(GuestFields)] = new(text => GuestFieldName.TryGet(text) is not null, $"each must be one of {GuestFieldName.Allowed}."),
    };

    public static SettingFormat Of(Type type) => Values[type];

    /// <summary>The form of the items, where a value of the type is written as a list.</summary>
    public static SettingFormat? OfItems(Type type) => Items.GetValueOrDefault(type);

    /// <exception cref="ParameterException">The text is no value of the type.</exception>
    public void Check(string path, string text)
    {
        if (!IsValid(text.Trim())) throw new ParameterException(path, Shown is null ? text : Shown(text), Allowed);
    }

    /// <exception cref="ParameterException">There is no list, or one of its items is no value of the type.</exception>
    public void CheckAll(IConfigurationSection key, string path)
    {
        // An empty list comes as an empty text.
        if (!string.IsNullOrEmpty(key.Value))
            throw new ParameterException(path, key.Value, $"it must be a list: {path[(path.LastIndexOf(':') + 1)..]}:0 is its first item.");
        foreach (var item in key.GetChildren())
        {
            if (item.GetChildren().Any())
                throw new ParameterException($"{path}:{item.Key}", "a section", "it must be a single value.");
            Check(path, item.Value ?? throw new ParameterException(path, null, Allowed));
        }
    }
}
