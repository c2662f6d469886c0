using Microsoft.Extensions.Configuration;

namespace SessionsWidgets;

/// <summary>The format of a type in configuration.</summary>
/// <param name="IsValid">Whether a trimmed text is valid.</param>
/// <param name="Allowed">The allowed values, for error messages.</param>
/// <param name="Shown">Masks a refused value in errors; null to show it.</param>
internal sealed record SettingFormat(Func<string, bool> IsValid, string Allowed, Func<string, string>? Shown = null)
{
    /// <summary>Whether white space around the text counts, because the binder converts it with it.</summary>
    public bool IsExact { get; init; }

    /// <summary>Gets the value that a refused text was probably meant to be. Default: none.</summary>
    public Func<string, string?> Suggest { get; init; } = static _ => null;

    private static readonly SettingFormat Number = new(
        text => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _), "it must be a whole number.");

    private static readonly Dictionary<Type, SettingFormat> Values = new()
    {
        [typeof(string)] = new(_ => true, ""),
        [typeof(bool)] = new(text => bool.TryParse(text, out _), "it must be 'true' or 'false'.")
        {
            Suggest = ParameterKind.Boolean.Suggest,
        },
        [typeof(int)] = Number with
        {
            IsValid = text => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
        },
        [typeof(long)] = Number,
        [typeof(TimeSpan)] = new(
            text => TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out _),
            "it must be hours, minutes and seconds, such as '00:10:00', with days before them where there are some: '1.00:00:00'."),
        [typeof(BusinessType)] = new(
            text => ParameterKind.Choice<BusinessType>().Parse(text).Ok, ParameterKind.Choice<BusinessType>().Allowed)
        {
            Suggest = ParameterKind.Choice<BusinessType>().Suggest,
        },
        [typeof(PictureMode)] = new(
            text => ParameterKind.Choice<PictureMode>().Parse(text).Ok, ParameterKind.Choice<PictureMode>().Allowed)
        {
            Suggest = ParameterKind.Choice<PictureMode>().Suggest,
        },
        // An invalid URL may contain a password.
        [typeof(Uri)] = new(
            text => text.Length > 0 && Uri.TryCreate(text, UriKind.RelativeOrAbsolute, out _),
            "it must be an absolute https address (http only on loopback) with a valid host and port, "
                + "without user name, query or fragment.",
            text => text.Contains('@', StringComparison.Ordinal) ? Secret.Mask : text) { IsExact = true },
        [typeof(Secret)] = new(text => text.Length == 0 || Secret.IsValid(text), Secret.Allowed, _ => Secret.Mask),
    };

    private static readonly Dictionary<Type, SettingFormat> Items = new()
    {
        [typeof(IList<string>)] = new(_ => true, "each must be a text."),
        [typeof(GuestFields)] = new(text => GuestFieldName.TryGet(text) is not null, $"each must be one of {GuestFieldName.Allowed}.")
        {
            Suggest = GuestFieldName.Nearest,
        },
    };

    public static SettingFormat Of(Type type) => Values[type];

    /// <summary>The format of the items of a list type; null for other types.</summary>
    public static SettingFormat? OfItems(Type type) => Items.GetValueOrDefault(type);

    /// <exception cref="ParameterException">The text is not valid.</exception>
    public void Check(string path, string text)
    {
        if (IsValid(IsExact ? text : text.Trim())) return;
        throw new ParameterException(path, Shown is null ? text : Shown(text), Allowed + DidYouMean.Sentence(Suggest(text.Trim())));
    }

    /// <exception cref="ParameterException">There is no list, or an item is not valid.</exception>
    public void CheckAll(IConfigurationSection key, string path)
    {
        // An empty list has an empty string as its value.
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
