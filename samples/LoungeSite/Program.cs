using LoungeSite;
using Microsoft.AspNetCore.Authentication.Cookies;
using SessionsWidgets.AspNetCore;
using SessionsWidgets.Pictures;
using SessionsWidgets.Sandbox;

var builder = WebApplication.CreateBuilder(args);

builder.WebHost.UseStaticWebAssets();
builder.Services.AddLocalization();
builder.Services.AddRazorPages(pages => pages.Conventions.AuthorizePage("/Staff"));
builder.Services.AddAuthorization();
builder.Services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(cookie => cookie.LoginPath = "/sign-in");
builder.Services.AddSessionsWidgets(builder.Configuration.GetSection("SessionsWidgets"))
    // Pictures in the size that they are shown in.
    .AddPictureScaling()
    // Stands in for an API, so that nobody needs a key to look at this site. A real one does not allow it in Production.
    .UseSandbox(allowInProduction: true);
builder.Services.AddHealthChecks().AddSessionsWidgets();

var app = builder.Build();
// Nothing on a page comes from elsewhere, not even the pictures of the widgets.
app.Use(static (http, next) =>
{
    http.Response.Headers.ContentSecurityPolicy = "default-src 'self'";
    return next(http);
});
// What does not exist has a page of the site, too.
app.UseStatusCodePagesWithReExecute("/status/{0}");
// The widgets follow the language of the request.
string[] languages = [.. SiteLanguage.All.Select(l => l.Tag)];
app.UseRequestLocalization(site => site.SetDefaultCulture("en").AddSupportedCultures(languages).AddSupportedUICultures(languages));
app.UseAuthentication();
app.UseAuthorization();
app.MapStaticAssets();
app.MapRazorPages();
app.MapLanguageSwitch("/language");
// The same widgets by URL, for refresh.js.
app.MapSessionsWidgets("/widgets");
// Each widget in each state, while the site is made: in Development alone.
app.MapSessionsWidgetsPreview("/gallery", "~/site.css");
app.MapHealthChecks("/health");

try
{
    await app.RunAsync();
}
catch (IOException e)
{
    // The usual reason by far: another program has the port.
    Console.Error.WriteLine($"The lounge cannot open: {e.Message}");
    return 1;
}

return 0;
