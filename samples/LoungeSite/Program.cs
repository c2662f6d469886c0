using Microsoft.AspNetCore.Authentication.Cookies;
using SessionsWidgets.AspNetCore;
using SessionsWidgets.Samples.Sandbox;
using SessionsWidgets.Samples.Sandbox.GuestWifi;

var builder = WebApplication.CreateBuilder(args);

// Without an API of your own, the site starts the sandbox: nobody needs a key or the internet to look at it.
SandboxApi? sandbox = null;
if (builder.Configuration["SessionsWidgets:ApiBaseUrl"] is null)
{
    sandbox = await SandboxApi.StartAsync();
    builder.Configuration["SessionsWidgets:ApiBaseUrl"] = sandbox.BaseUrl.AbsoluteUri;
    builder.Configuration["SessionsWidgets:ApiKey"] = sandbox.ApiKey;
    builder.Configuration["SessionsWidgets:GuestWifi:ApiBaseUrl"] = sandbox.GuestWifiUrl.AbsoluteUri;
    builder.Configuration["SessionsWidgets:GuestWifi:AccessToken"] = new GuestWifiOptions().AccessToken;
}

builder.WebHost.UseStaticWebAssets();
builder.Services.AddRazorPages(pages => pages.Conventions.AuthorizePage("/Staff"));
builder.Services.AddAuthorization();
builder.Services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(cookie => cookie.LoginPath = "/sign-in");
builder.Services.AddSessionsWidgets(builder.Configuration.GetSection("SessionsWidgets"));
builder.Services.AddHealthChecks().AddSessionsWidgets();

var app = builder.Build();
app.UseAuthentication();
app.UseAuthorization();
app.MapStaticAssets();
app.MapRazorPages();
// The same widgets by URL, for refresh.js.
app.MapSessionsWidgets("/widgets");
app.MapHealthChecks("/health");

if (sandbox is not null)
{
    app.Lifetime.ApplicationStarted.Register(() =>
    {
        Console.WriteLine($"No SessionsWidgets:ApiBaseUrl is configured, so the sandbox API runs at {sandbox.BaseUrl}");
        Console.WriteLine($"Open {app.Urls.FirstOrDefault()} to see the lounge.");
    });
}

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

if (sandbox is not null) await sandbox.DisposeAsync();

return 0;
