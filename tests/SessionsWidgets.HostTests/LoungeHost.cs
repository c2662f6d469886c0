using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using SessionsWidgets.AspNetCore;
using SessionsWidgets.Sandbox;
using SessionsWidgets.TestSupport;

namespace SessionsWidgets.HostTests;

/// <summary>Somebody's site with the widgets of a lounge, over a sandbox API of its own.</summary>
internal sealed class LoungeHost : IAsyncDisposable
{
    private LoungeHost(HostSite site, SandboxApi sandbox, ManualClock clock)
    {
        Site = site;
        Sandbox = sandbox;
        Clock = clock;
    }

    public HostSite Site { get; }

    public SandboxApi Sandbox { get; }

    public ManualClock Clock { get; }

    public HttpClient Http => Site.Http;

    public RecordingLogger Log => Site.Log;

    public IServiceProvider Services => Site.Services;

    /// <param name="build">Registers more services.</param>
    /// <param name="map">Adds middleware and endpoints.</param>
    /// <param name="environment">The environment.</param>
    /// <param name="settings">More settings, which take precedence; an empty value removes one.</param>
    public static async Task<LoungeHost> StartAsync(
        Action<SessionsWidgetsBuilder> build, Action<WebApplication> map, string environment = "Production",
        params IEnumerable<(string Key, string Value)> settings)
    {
        var clock = new ManualClock();
        var sandbox = await SandboxApi.StartAsync(new SandboxOptions { Clock = clock });
        var all = new Dictionary<string, string>
        {
            ["SessionsWidgets:ApiBaseUrl"] = sandbox.BaseUrl.AbsoluteUri,
            ["SessionsWidgets:ApiKey"] = sandbox.ApiKey,
            ["SessionsWidgets:BusinessId"] = "stogies-chapin",
            ["SessionsWidgets:TimeZone"] = "America/New_York",
            ["SessionsWidgets:GuestWifi:ApiBaseUrl"] = sandbox.GuestWifiUrl.AbsoluteUri,
            ["SessionsWidgets:GuestWifi:AccessToken"] = "sandbox-wifi-token",
            ["SessionsWidgets:GuestWifi:LocationId"] = "oVq3TzKcWnB",
            ["SessionsWidgets:GuestWifi:ClientNetworks:0"] = "127.0.0.0/8",
        };
        foreach (var (key, value) in settings) all[key] = value;
        foreach (var key in all.Keys.Where(key => all[key].Length == 0).ToList()) all.Remove(key);
        var site = await HostSite.StartAsync(
            builder =>
            {
                builder.Services.AddSingleton<TimeProvider>(clock);
                build(builder.Services.AddSessionsWidgets(builder.Configuration.GetSection("SessionsWidgets")));
            },
            map,
            environment,
            all.Select(s => (s.Key, s.Value)));
        return new LoungeHost(site, sandbox, clock);
    }

    public async ValueTask DisposeAsync()
    {
        await Site.DisposeAsync();
        await Sandbox.DisposeAsync();
    }
}
