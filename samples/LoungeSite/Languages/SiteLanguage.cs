using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Localization;

namespace LoungeSite;

/// <summary>A language of the site.</summary>
/// <param name="Tag">Its BCP 47 tag.</param>
/// <param name="Name">Its name in itself.</param>
/// <param name="Label">What stands on its button, a part of its name.</param>
/// <param name="Direction">The direction of its script: <c>ltr</c> or <c>rtl</c>.</param>
public sealed record SiteLanguage(string Tag, string Name, string Label, string Direction = "ltr")
{
    /// <summary>Gets those that the site's own words are in; the widgets have more.</summary>
    public static IReadOnlyList<SiteLanguage> All { get; } =
    [
        new("en", "English", "En"),
        new("de", "Deutsch", "De"),
        new("es", "Español", "Es"),
        new("fr", "Français", "Fr"),
        new("ar", "العربية", "ع", "rtl"),
    ];

    /// <summary>Gets the language of a request, which <c>UseRequestLocalization</c> has found.</summary>
    public static SiteLanguage Of(HttpContext http)
    {
        var tag = http.Features.GetRequiredFeature<IRequestCultureFeature>().RequestCulture.UICulture.Name;
        return All.Single(l => l.Tag == tag);
    }
}
