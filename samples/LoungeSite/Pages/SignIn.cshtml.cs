using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LoungeSite.Pages;

/// <summary>The sample's sign-in, with a password that the page itself tells. It shows where a host's own stands.</summary>
public sealed class SignInModel : PageModel
{
    private const string Password = "cedar";

    /// <summary>Whether a wrong password was given.</summary>
    public bool IsRefused { get; private set; }

    public async Task<IActionResult> OnPostAsync(string? password, string? returnUrl)
    {
        if (password != Password)
        {
            IsRefused = true;
            return Page();
        }

        var identity = new ClaimsIdentity([new Claim(ClaimTypes.Name, "Jo Example")], CookieAuthenticationDefaults.AuthenticationScheme);
        await HttpContext.SignInAsync(new ClaimsPrincipal(identity));
        return LocalRedirect(Url.IsLocalUrl(returnUrl) ? returnUrl : "/staff");
    }
}
