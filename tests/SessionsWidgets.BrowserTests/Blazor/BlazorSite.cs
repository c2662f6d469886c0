using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SessionsWidgets.AspNetCore;
using SessionsWidgets.Sandbox;
using SessionsWidgets.TestSupport;

namespace SessionsWidgets.BrowserTests.Blazor;

/// <summary>A Blazor site on a free port over a sandbox API of its own. Visitors of <c>?lounge=uptown</c> mean a second business.</summary>
internal sealed class BlazorSite : IAsyncDisposable
{
    private readonly WebApplication _app;

    private BlazorSite(WebApplication app, SandboxApi sandbox, RecordingLogger log)
    {
        _app = app;
        Sandbox = sandbox;
        Log = log;
        Url = new Uri(app.Urls.First());
    }

    public SandboxApi Sandbox { get; }

    public RecordingLogger Log { get; }

    public Uri Url { get; }

    public static async Task<BlazorSite> StartAsync()
    {
        // Nobody is slow by a clock that stands.
        var clock = new ManualClock();
        var sandbox = await SandboxApi.StartAsync(
            new SandboxOptions { Clock = clock, BusinessKeys = [new SandboxKey("uptown-key", "brand", "casa-belmonte")] });
        var builder =
            WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = typeof(BlazorSite).Assembly.GetName().Name });
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["SessionsWidgets:ApiBaseUrl"] = sandbox.BaseUrl.AbsoluteUri,
            ["SessionsWidgets:ApiKey"] = sandbox.ApiKey,
            ["SessionsWidgets:BusinessId"] = "stogies-chapin",
            ["SessionsWidgets:Businesses:uptown:BusinessType"] = "brand",
            ["SessionsWidgets:Businesses:uptown:BusinessId"] = "casa-belmonte",
            ["SessionsWidgets:Businesses:uptown:ApiKey"] = "uptown-key",
        });
        builder.WebHost.UseUrls("http://127.0.0.1:0").UseStaticWebAssets();
        var log = new RecordingLogger();
        builder.Logging.ClearProviders().AddProvider(log);
        builder.Services.AddClocks(clock);
        builder.Services.AddRazorComponents().AddInteractiveServerComponents();
        builder.Services.AddSessionsWidgets(builder.Configuration.GetSection("SessionsWidgets"))
            .UseBusinessResolver(http => http.Request.Query["lounge"]);
        var app = builder.Build();
        FirstLanguage.Use(app);
        app.UseAntiforgery();
        app.MapStaticAssets();
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode();
        await app.StartAsync();
        return new BlazorSite(app, sandbox, log);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        await Sandbox.DisposeAsync();
    }
}
