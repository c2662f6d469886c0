using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Localization;

namespace SessionsWidgets.AspNetCore;

/// <summary>The language that <c>UseRequestLocalization</c> sets for a request.</summary>
internal static class RequestLanguage
{
    /// <summary>Gets the BCP 47 tag; null if the host does not set one.</summary>
    public static string? Of(HttpContext http) => http.Features.Get<IRequestCultureFeature>()?.RequestCulture.UICulture.Name;
}
