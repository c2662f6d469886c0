using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;

namespace LoungeSite;

/// <summary>Remembers the language that a visitor chose.</summary>
internal static class LanguageSwitch
{
    /// <summary>Maps the form of the switch: it sets the cookie of request localization, and leads back to where the visitor was.</summary>
    public static void MapLanguageSwitch(this WebApplication app, string pattern) =>
        // A forged choice of a language harms nobody; a token would keep every page with the switch out of caches.
        app.MapPost(pattern, Choose).DisableAntiforgery();

    private static Results<RedirectHttpResult, BadRequest> Choose([FromForm] string culture, [FromForm] string? returnUrl, HttpContext http)
    {
        if (SiteLanguage.All.All(l => l.Tag != culture)) return TypedResults.BadRequest();
        http.Response.Cookies.Append(
            CookieRequestCultureProvider.DefaultCookieName,
            CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(culture)),
            new CookieOptions
            {
                MaxAge = TimeSpan.FromDays(365),
                HttpOnly = true,
                Secure = http.Request.IsHttps,
                SameSite = SameSiteMode.Lax,
                IsEssential = true,
            });
        // The page sends its address as it stands in URLs: percent-encoded.
        var isOwn = RedirectHttpResult.IsLocalUrl(returnUrl) && Ascii.IsValid(returnUrl);
        return TypedResults.LocalRedirect(isOwn ? returnUrl! : "/");
    }
}
