using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Localization;

namespace SessionsWidgets.AspNetCore;

/// <summary>The language of a web request, where the host works one out (<c>UseRequestLocalization</c>).</summary>
internal static class RequestLanguage
{
    /// <summary>A BCP 47 tag; null where the host does not work one out.</summary>
    public static string? Of(HttpContext http) => http.Features.Get<IRequestCultureFeature>()?.RequestCulture.UICulture.Name;
}
