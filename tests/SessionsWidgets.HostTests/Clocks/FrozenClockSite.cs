using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using SessionsWidgets.AspNetCore;
using SessionsWidgets.TestSupport;

namespace SessionsWidgets.HostTests.Clocks;

/// <summary>A site in a <see cref="WebApplicationFactory{TEntryPoint}"/> whose clock stands, as test projects of hosts have it.</summary>
internal sealed class FrozenClockSite(Uri upstream, Action<IServiceCollection>? configure = null)
    : WebApplicationFactory<FrozenClockSite>
{
    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 7, 18, 23, 30, 0, TimeSpan.Zero));

    public RecordingLogger Log { get; } = new();

    protected override IHostBuilder CreateHostBuilder() => new HostBuilder();

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["SessionsWidgets:ApiBaseUrl"] = upstream.AbsoluteUri,
            ["SessionsWidgets:BusinessId"] = "lounge",
            ["SessionsWidgets:GuestWifi:ApiBaseUrl"] = new Uri(upstream, "/wifi").AbsoluteUri,
            ["SessionsWidgets:GuestWifi:ClientNetworks:0"] = "127.0.0.0/8",
            ["SessionsWidgets:Cache:FetchDeadline"] = "00:00:03",
        }).Build();
        builder.UseContentRoot(AppContext.BaseDirectory);
        builder.ConfigureServices(services =>
        {
            services.AddLogging(logging => logging.ClearProviders().AddProvider(Log).SetMinimumLevel(LogLevel.Trace));
            services.AddSingleton<TimeProvider>(Clock);
            services.AddRazorPages().AddApplicationPart(typeof(FrozenClockSite).Assembly);
            services.AddSessionsWidgets(settings.GetSection("SessionsWidgets"));
            configure?.Invoke(services);
        });
        builder.Configure(app =>
        {
            // The test server has no connection that has an address.
            app.Use((http, next) =>
            {
                http.Connection.RemoteIpAddress = System.Net.IPAddress.Loopback;
                return next();
            });
            app.UseRouting();
            app.UseEndpoints(endpoints =>
            {
                endpoints.MapRazorPages();
                endpoints.MapSessionsWidgets("/widgets");
            });
        });
    }
}
