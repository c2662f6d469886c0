using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using Microsoft.Extensions.Options;

namespace SessionsWidgets.Sandbox.Tests.Hosting;

public sealed class UseSandboxTests
{
    private readonly FakeLoggerProvider _log = new();

    [Theory]
    [InlineData]
    [InlineData("SessionsWidgets:BusinessId=my-lounge", "SessionsWidgets:ApiKey=set-before-the-address")]
    [InlineData("SessionsWidgets:BusinessId=quiet-brand", "SessionsWidgets:BusinessType=brand")]
    [InlineData("SessionsWidgets:GuestWifi:AccessToken=canary", "SessionsWidgets:GuestWifi:TokenHeader=X-Token")]
    public async Task Start_WithoutAnApi_ShowsExampleData(params string[] settings)
    {
        using IHost host = Build("Development", settings);
        await host.StartAsync();

        HtmlFragment smokes = await RenderAsync(host, new RecentSmokes { Limit = 4 });
        HtmlFragment online = await RenderAsync(host, new GuestsOnline());

        smokes.Origin.ShouldBe(FragmentOrigin.Fresh);
        smokes.ToString().Split("<article").Length.ShouldBe(5);
        online.Origin.ShouldBe(FragmentOrigin.Fresh);
        await host.StopAsync();
    }

    [Fact]
    public async Task Start_BusinessWithAKeyOfItsOwn_ShowsExampleData()
    {
        using IHost host = Build(
            "Development",
            "SessionsWidgets:Businesses:uptown:BusinessId=uptown",
            "SessionsWidgets:Businesses:uptown:ApiKey=canary",
            "SessionsWidgets:Businesses:uptown:GuestWifi:AccessToken=canary");
        await host.StartAsync();

        (await RenderAsync(host, new RecentSmokes(), "uptown")).Origin.ShouldBe(FragmentOrigin.Fresh);
        (await RenderAsync(host, new GuestsOnline(), "uptown")).Origin.ShouldBe(FragmentOrigin.Fresh);
        await host.StopAsync();
    }

    [Fact]
    public async Task Start_WithoutAnApi_SaysSoOnce()
    {
        using IHost host = Build("Development");

        await host.StartAsync();

        FakeLogRecord said = Said().ShouldHaveSingleItem();
        said.Level.ShouldBe(LogLevel.Warning);
        Uri api = host.Services.GetRequiredService<IOptions<SessionsWidgetsOptions>>().Value.ApiBaseUrl!;
        said.Message.ShouldBe(
            $"No SessionsWidgets:ApiBaseUrl is configured: the widgets show example data, from the sandbox at {api}.");
        await host.StopAsync();
    }

    [Theory]
    [InlineData("SessionsWidgets:ApiBaseUrl=https://api.example.com", "SessionsWidgets:BusinessId=mine")]
    [InlineData(
        "SessionsWidgets:Businesses:uptown:ApiBaseUrl=https://api.example.com", "SessionsWidgets:Businesses:uptown:BusinessId=mine")]
    public async Task Start_WithAnApi_ChangesNothing(params string[] settings)
    {
        using IHost host = Build("Production", settings);

        await host.StartAsync();

        SessionsWidgetsOptions options = host.Services.GetRequiredService<IOptions<SessionsWidgetsOptions>>().Value;
        (options.ApiKey, options.GuestWifi).ShouldBe((null, null));
        options.ApiBaseUrl?.Host.ShouldBe("api.example.com");
        Said().ShouldBeEmpty();
        await host.StopAsync();
    }

    [Fact]
    public async Task Start_InProduction_StopsTheHostAndSaysWhatToDo()
    {
        using IHost host = Build("Production");

        OptionsValidationException refusal = await Should.ThrowAsync<OptionsValidationException>(() => host.StartAsync());

        refusal.Message.ShouldContain("SessionsWidgets:ApiBaseUrl is not configured and the environment is Production");
        refusal.Message.ShouldContain("UseSandbox(allowInProduction: true)");
        Said().ShouldBeEmpty();
    }

    [Fact]
    public async Task Start_InProductionWhenAllowed_ShowsExampleData()
    {
        using IHost host = Build("Production", [], allowInProduction: true);
        await host.StartAsync();

        (await RenderAsync(host, new CigarCards())).Origin.ShouldBe(FragmentOrigin.Fresh);

        Said().Count.ShouldBe(1);
        await host.StopAsync();
    }

    [Fact]
    public async Task Stop_OfTheHost_FreesThePort()
    {
        using IHost host = Build("Development");
        await host.StartAsync();
        Uri api = host.Services.GetRequiredService<IOptions<SessionsWidgetsOptions>>().Value.ApiBaseUrl!;

        await host.StopAsync();

        using var listener = new TcpListener(IPAddress.Loopback, api.Port);
        Should.NotThrow(listener.Start);
    }

    [Fact]
    public async Task Start_WithSettingsOfAGuestWifiApi_LeavesThem()
    {
        using IHost host = Build(
            "Development",
            "SessionsWidgets:GuestWifi:ApiBaseUrl=https://wifi.example.com",
            "SessionsWidgets:GuestWifi:ClientNetworks:0=192.0.2.0/24");
        await host.StartAsync();

        GuestWifiOptions wifi = host.Services.GetRequiredService<IOptions<SessionsWidgetsOptions>>().Value.GuestWifi!;

        (wifi.ApiBaseUrl!.Host, wifi.AccessToken, wifi.ClientNetworks.Single()).ShouldBe(("wifi.example.com", null, "192.0.2.0/24"));
        await host.StopAsync();
    }

    [Fact]
    public void UseSandbox_Twice_IsRegisteredOnce()
    {
        var services = new ServiceCollection();
        SessionsWidgetsBuilder builder = services.AddSessionsWidgetsCore(new ConfigurationBuilder().Build());

        builder.UseSandbox().UseSandbox();

        services.Count(s => s.ServiceType == typeof(IPostConfigureOptions<SessionsWidgetsOptions>)).ShouldBe(1);
    }

    private IHost Build(string environment, params string[] settings) => Build(environment, settings, allowInProduction: false);

    private IHost Build(string environment, string[] settings, bool allowInProduction)
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(
            new HostApplicationBuilderSettings { EnvironmentName = environment });
        builder.Configuration.AddInMemoryCollection(
            settings.Select(setting => setting.Split('=', 2)).Select(parts => KeyValuePair.Create(parts[0], (string?)parts[1])));
        builder.Logging.AddProvider(_log);
        builder.Services.AddSessionsWidgetsCore(builder.Configuration.GetSection("SessionsWidgets")).UseSandbox(allowInProduction);
        return builder.Build();
    }

    private static async Task<HtmlFragment> RenderAsync(IHost host, Widget widget, string? name = null)
    {
        BusinessContext business = await host.Services.GetRequiredService<BusinessDirectory>().GetAsync(name);
        return await host.Services.GetRequiredService<WidgetRenderer>().RenderAsync(business, widget);
    }

    private IReadOnlyList<FakeLogRecord> Said() =>
        [.. _log.Collector.GetSnapshot().Where(record => record.Id.Name == "sandbox.started")];
}
