using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SessionsWidgets.AspNetCore;
using SessionsWidgets.Sandbox;

namespace SessionsWidgets.HostTests.Docs;

/// <summary>What the blocks of the docs take for granted, over a sandbox of their own.</summary>
public sealed class BlockValues : IAsyncDisposable
{
    private readonly Lazy<WebApplication> _app;

    private readonly ServiceProvider _services;

    private BlockValues(SandboxApi sandbox)
    {
        Sandbox = sandbox;
        Builder = NewBuilder();
        _app = new(() =>
        {
            var builder = NewBuilder();
            builder.Services.AddCors().AddAuthorization().AddHealthChecks();
            builder.Services.AddSessionsWidgets(builder.Configuration.GetSection("SessionsWidgets"));
            return builder.Build();
        });
        var core = new ServiceCollection().AddLogging();
        core.AddSessionsWidgetsCore(Builder.Configuration.GetSection("SessionsWidgets"));
        _services = core.BuildServiceProvider();
    }

    public SandboxApi Sandbox { get; }

    public WebApplicationBuilder Builder { get; }

    public WebApplication App => Built ?? _app.Value;

    /// <summary>The site that the block has built itself.</summary>
    public WebApplication? Built { get; private set; }

    public BusinessContext Lounge { get; private set; } = null!;

    public WidgetRenderer Widgets => _services.GetRequiredService<WidgetRenderer>();

    public StringWriter Output { get; } = new();

    public IMemoryCache Cache { get; } = new MemoryCache(new MemoryCacheOptions());

    public WebApplicationFactory<BlockValues> Factory { get; } = new();

    public HttpResponse Response { get; } = new DefaultHttpContext { Response = { Body = new MemoryStream() } }.Response;

    public static async Task<BlockValues> StartAsync()
    {
        var values = new BlockValues(await SandboxApi.StartAsync());
        values.Lounge = await values._services.GetRequiredService<BusinessDirectory>().GetAsync(null);
        return values;
    }

    public WebApplication Build() => Built = Builder.Build();

    public async ValueTask DisposeAsync()
    {
        if (Built is not null || _app.IsValueCreated) await App.DisposeAsync();
        await Factory.DisposeAsync();
        await _services.DisposeAsync();
        await Output.DisposeAsync();
        Cache.Dispose();
        await Sandbox.DisposeAsync();
    }

    private WebApplicationBuilder NewBuilder()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = Environments.Development });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["urls"] = "http://127.0.0.1:0",
            ["SessionsWidgets:ApiBaseUrl"] = Sandbox.BaseUrl.AbsoluteUri,
            ["SessionsWidgets:ApiKey"] = Sandbox.ApiKey,
            ["SessionsWidgets:BusinessId"] = "stogies-chapin",
            ["SessionsWidgets:TimeZone"] = "America/New_York",
            ["SessionsWidgets:GuestWifi:ApiBaseUrl"] = Sandbox.GuestWifiUrl.AbsoluteUri,
            ["SessionsWidgets:GuestWifi:AccessToken"] = "sandbox-wifi-token",
            ["SessionsWidgets:GuestWifi:LocationId"] = "oVq3TzKcWnB",
            ["SessionsWidgets:GuestWifi:ClientNetworks:0"] = "127.0.0.0/8",
        });
        return builder;
    }
}
