using System.Collections.Concurrent;
using System.Net.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SessionsWidgets.AspNetCore;
using SessionsWidgets.TestSupport;

namespace SessionsWidgets.HostTests.Registration;

/// <summary>A site of two tenants, told apart by the host name, that a test registers the library in.</summary>
internal sealed class RegisteredSite : IAsyncDisposable
{
    private readonly ConcurrentQueue<string> _paths = new();
    private readonly TemporaryFolder _templates = new();
    private HostSite _site = null!;

    /// <summary>The paths that upstream was asked for.</summary>
    public IReadOnlyList<string> Paths => [.. _paths];

    public IServiceProvider Services => _site.Services;

    public static async Task<RegisteredSite> StartAsync(Action<IServiceCollection, IConfiguration> register)
    {
        var site = new RegisteredSite();
        site._templates.Write("the-house.liquid", "<p>The house</p>");
        site._site = await HostSite.StartAsync(
            builder =>
            {
                builder.Services.AddRouting();
                register(builder.Services, builder.Configuration.GetSection("SessionsWidgets"));
                builder.Services.AddHttpClient("SessionsWidgets").ConfigurePrimaryHttpMessageHandler(
                    () => new StubHandler((request, _) =>
                    {
                        site._paths.Enqueue(request.RequestUri!.AbsolutePath);
                        return Task.FromResult(StubHandler.Json(Sessions.Page(Sessions.Item("ses_1"))));
                    }));
            },
            app =>
            {
                app.MapSessionsWidgets("/widgets");
                if (app.Services.GetService<Microsoft.Extensions.Diagnostics.HealthChecks.HealthCheckService>() is not null)
                    app.MapHealthChecks("/health");
            },
            "Production",
            ("SessionsWidgets:ApiBaseUrl", "https://api.example.com"),
            ("SessionsWidgets:Templates", site._templates.Path),
            ("SessionsWidgets:BusinessId", "default"),
            ("SessionsWidgets:Businesses:north:BusinessId", "north-lounge"),
            ("SessionsWidgets:Businesses:south:BusinessId", "south-lounge"),
            ("Other:ApiBaseUrl", "https://api.example.com"));
        return site;
    }

    public async Task<HttpResponseMessage> GetAsync(string host, string path = "/widgets/recent-smokes")
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { Host = host } };
        return await _site.Http.SendAsync(request);
    }

    public async ValueTask DisposeAsync()
    {
        await _site.DisposeAsync();
        _templates.Dispose();
    }
}
