using System.Net.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SessionsWidgets.TestSupport;

namespace SessionsWidgets.HostTests;

/// <summary>A real site on a free port, which a test configures as somebody else's site is.</summary>
internal sealed class HostSite : IAsyncDisposable
{
    private readonly WebApplication _app;

    private HostSite(WebApplication app, RecordingLogger log)
    {
        _app = app;
        Log = log;
        Http = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
    }

    public HttpClient Http { get; }

    public RecordingLogger Log { get; }

    public IServiceProvider Services => _app.Services;

    /// <param name="build">Registers services; the pages and views of this project are there when it registers MVC or Razor Pages.</param>
    /// <param name="map">Adds middleware and endpoints.</param>
    /// <param name="environment">The environment.</param>
    /// <param name="settings">The configuration, which has nothing else.</param>
    public static async Task<HostSite> StartAsync(
        Action<WebApplicationBuilder> build, Action<WebApplication> map, string environment = "Production",
        params IEnumerable<(string Key, string Value)> settings)
    {
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions { EnvironmentName = environment, ApplicationName = typeof(HostSite).Assembly.GetName().Name });
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection(settings.Select(s => new KeyValuePair<string, string?>(s.Key, s.Value)));
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var log = new RecordingLogger();
        builder.Logging.ClearProviders().AddProvider(log).SetMinimumLevel(LogLevel.Trace);
        build(builder);
        var app = builder.Build();
        map(app);
        await app.StartAsync();
        return new HostSite(app, log);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
