using System.Net.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SessionsWidgets.Sandbox;
using SessionsWidgets.TestSupport;

namespace SessionsWidgets.AspNetCore.Tests;

/// <summary>A real site on a free port, with the pages of this project, over a sandbox API of its own.</summary>
internal sealed class TestSite : IAsyncDisposable
{
    private readonly WebApplication _app;

    private readonly TimeProvider _clock;

    private TestSite(WebApplication app, SandboxApi sandbox, TimeProvider clock, RecordingLogger log)
    {
        _app = app;
        Sandbox = sandbox;
        _clock = clock;
        Log = log;
        Http = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
    }

    /// <summary>The settings of a second business, which the sandbox has another key for.</summary>
    public static (string Key, string Value)[] Uptown { get; } =
    [
        ("SessionsWidgets:Businesses:uptown:BusinessType", "brand"),
        ("SessionsWidgets:Businesses:uptown:BusinessId", "casa-belmonte"),
        ("SessionsWidgets:Businesses:uptown:ApiKey", "uptown-key"),
    ];

    public SandboxApi Sandbox { get; }

    /// <summary>The clock of a site that did not bring another.</summary>
    public ManualClock Clock => (ManualClock)_clock;

    public RecordingLogger Log { get; }

    public HttpClient Http { get; }

    public IServiceProvider Services => _app.Services;

    public static Task<TestSite> StartAsync(
        string environment = "Production", Action<SessionsWidgetsBuilder>? configure = null, Action<WebApplication>? map = null,
        params (string Key, string Value)[] settings) =>
        StartAsync(new ManualClock(), environment, configure, map, settings);

    public static async Task<TestSite> StartAsync(
        TimeProvider clock, string environment, Action<SessionsWidgetsBuilder>? configure, Action<WebApplication>? map =
            null, params (string Key, string Value)[] settings)
    {
        var sandbox = await SandboxApi.StartAsync(new SandboxOptions
        {
            Clock = clock,
            BusinessKeys = [new SandboxKey("uptown-key", "brand", "casa-belmonte")],
        });
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions { EnvironmentName = environment, ApplicationName = typeof(TestSite).Assembly.GetName().Name });
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["SessionsWidgets:ApiBaseUrl"] = sandbox.BaseUrl.AbsoluteUri,
            ["SessionsWidgets:ApiKey"] = sandbox.ApiKey,
            ["SessionsWidgets:BusinessId"] = "stogies-chapin",
            ["SessionsWidgets:TimeZone"] = "America/New_York",
            ["SessionsWidgets:GuestWifi:ApiBaseUrl"] = sandbox.GuestWifiUrl.AbsoluteUri,
            ["SessionsWidgets:GuestWifi:AccessToken"] = "sandbox-wifi-token",
            ["SessionsWidgets:GuestWifi:LocationId"] = "oVq3TzKcWnB",
        });
        builder.Configuration.AddInMemoryCollection(settings.Select(s => new KeyValuePair<string, string?>(s.Key, s.Value)));
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var log = new RecordingLogger();
        builder.Logging.ClearProviders().AddProvider(log).SetMinimumLevel(LogLevel.Trace);
        builder.Services.AddClocks(clock);
        builder.Services.AddRazorPages().AddApplicationPart(typeof(TestSite).Assembly);
        var widgets = builder.Services.AddSessionsWidgets(builder.Configuration.GetSection("SessionsWidgets"));
        configure?.Invoke(widgets);
        var app = builder.Build();
        map?.Invoke(app);
        app.MapRazorPages();
        await app.StartAsync();
        return new TestSite(app, sandbox, clock, log);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        await Sandbox.DisposeAsync();
    }
}
