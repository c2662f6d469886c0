using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SessionsWidgets.AspNetCore;
using SessionsWidgets.BlazorAutoClient;
using SessionsWidgets.Sandbox;
using SessionsWidgets.TestSupport;

namespace SessionsWidgets.BrowserTests.BlazorAuto;

/// <summary>A site of Blazor's Auto template on a free port: a server, and a client project that runs in WebAssembly.</summary>
internal sealed class AutoSite : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly SandboxApi _sandbox;

    private AutoSite(WebApplication app, SandboxApi sandbox, RecordingLogger log)
    {
        _app = app;
        _sandbox = sandbox;
        Log = log;
        Url = new Uri(app.Urls.First());
    }

    public RecordingLogger Log { get; }

    public Uri Url { get; }

    public static async Task<AutoSite> StartAsync(string environment)
    {
        var clock = new ManualClock();
        var sandbox = await SandboxApi.StartAsync(new SandboxOptions { Clock = clock });
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(AutoSite).Assembly.GetName().Name,
            EnvironmentName = environment,
        });
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["SessionsWidgets:ApiBaseUrl"] = sandbox.BaseUrl.AbsoluteUri,
            ["SessionsWidgets:ApiKey"] = sandbox.ApiKey,
            ["SessionsWidgets:BusinessId"] = "stogies-chapin",
        });
        builder.WebHost.UseUrls("http://127.0.0.1:0").UseStaticWebAssets();
        var log = new RecordingLogger();
        builder.Logging.ClearProviders().AddProvider(log);
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.Services.AddRazorComponents().AddInteractiveServerComponents().AddInteractiveWebAssemblyComponents();
        // What the client's components are rendered with on the server.
        builder.Services.AddScoped(s => new HttpClient { BaseAddress = new Uri(s.GetRequiredService<NavigationManager>().BaseUri) });
        builder.Services.AddSessionsWidgets(builder.Configuration.GetSection("SessionsWidgets"));
        var app = builder.Build();
        app.UseAntiforgery();
        app.MapStaticAssets();
        app.MapSessionsWidgets("/widgets");
        app.MapRazorComponents<AutoApp>().AddInteractiveServerRenderMode().AddInteractiveWebAssemblyRenderMode()
            .AddAdditionalAssemblies(typeof(Counter).Assembly);
        await app.StartAsync();
        return new AutoSite(app, sandbox, log);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        await _sandbox.DisposeAsync();
    }
}
