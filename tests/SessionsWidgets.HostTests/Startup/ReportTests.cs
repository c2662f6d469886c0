using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SessionsWidgets.AspNetCore;
using SessionsWidgets.TestSupport;

namespace SessionsWidgets.HostTests.Startup;

/// <summary>At its start a host says once what is configured, and no secret.</summary>
public sealed class ReportTests
{
    [Fact]
    public async Task Start_EverythingConfigured_IsSaidInOneEntry()
    {
        await using var host = await StartAsync(
            b => b.Services.AddSingleton<IDistributedCache>(new SharedStore()),
            ("SessionsWidgets:ApiKey", "canary-key"), ("SessionsWidgets:GuestWifi:AccessToken", "canary-token"),
            ("SessionsWidgets:Culture", "de"), ("SessionsWidgets:Businesses:uptown:BusinessId", "uptown"),
            ("SessionsWidgets:Businesses:north:BusinessId", "north"));
        ReportOf(host).ShouldBe(
            $"Configured: upstream {host.Sandbox.BaseUrl}, business venue stogies-chapin, businesses by name 2, business source no, "
            + $"API key set, guest Wi-Fi {host.Sandbox.GuestWifiUrl}, time zone America/New_York, language de, "
            + "distributed cache SharedStore, pictures direct.");
        foreach (var (_, _, text) in host.Log.Entries) text.ShouldNotContain("canary");
    }

    [Fact]
    public async Task Start_AddressesOnly_SaysWhatIsDefaultAndWhatIsNot()
    {
        string[] left = ["ApiKey", "BusinessId", "TimeZone", "GuestWifi:ApiBaseUrl", "GuestWifi:AccessToken", "GuestWifi:LocationId",
            "GuestWifi:ClientNetworks:0"];
        await using var host = await StartAsync(
            b => b.Services.AddDistributedMemoryCache(), [.. left.Select(key => ($"SessionsWidgets:{key}", ""))]);
        ReportOf(host).ShouldBe(
            $"Configured: upstream {host.Sandbox.BaseUrl}, business none, businesses by name 0, business source no, "
            + "API key none, guest Wi-Fi none, time zone UTC, language en, distributed cache none, pictures direct.");
    }

    [Fact]
    public async Task Start_WithASourceOfBusinesses_SaysSo()
    {
        await using var host = await StartAsync(b => b.UseBusinessSource<Source>());
        ReportOf(host).ShouldContain("business source yes");
    }

    [Theory]
    [InlineData("Direct", true)]
    [InlineData("Proxy", false)]
    public async Task Start_WithPicturesThatAreScaled_WarnsWhereNobodyAsksForThem(string mode, bool warns)
    {
        await using var host = await StartAsync(
            b => b.Services.AddSingleton<IPictureScaler, Scaler>(),
            ("SessionsWidgets:Pictures:Mode", mode), ("SessionsWidgets:Pictures:Key", "q2Yk0ZpVxw8nR5bT1mLcJ7uHs4dGfEaXoPiN9vB3tCk="));
        host.Log.Events.Contains("pictures.not_scaled").ShouldBe(warns);
        ReportOf(host).ShouldEndWith($"pictures {(warns ? "direct" : "proxied")}.");
    }

    private static string ReportOf(LoungeHost host)
    {
        var entry = host.Log.Collector.GetSnapshot().Where(r => r.Id.Name == "configuration.in_use").ShouldHaveSingleItem();
        entry.Level.ShouldBe(LogLevel.Information);
        entry.Category.ShouldBe("SessionsWidgets");
        return entry.Message;
    }

    private static Task<LoungeHost> StartAsync(Action<SessionsWidgetsBuilder> build, params (string Key, string Value)[] settings) =>
        LoungeHost.StartAsync(build, app => app.MapSessionsWidgets("/widgets"), "Production", settings);

    private sealed class Scaler : IPictureScaler
    {
        public byte[]? Scale(WidgetPicture picture, int width, int height, PictureFit fit) => null;
    }

    private sealed class Source : IBusinessSource
    {
        public ValueTask<BusinessOptions?> FindAsync(string name, CancellationToken cancellationToken) => default;
    }
}
