using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SessionsWidgets.AspNetCore;
using SessionsWidgets.HostTests.PageCaching;
using SessionsWidgets.Sandbox;

namespace SessionsWidgets.HostTests.LibraryCall;

/// <summary>The library call with what the site has registered.</summary>
public class InjectedClientTests
{
    [Fact]
    public async Task GetBusiness_FromTheContainer_HasTheSettingsOfTheSection()
    {
        await using var host = await StartAsync(("SessionsWidgets:Culture", "de"));
        var lounge = Client(host).GetBusiness(BusinessType.Venue, "stogies-chapin");
        lounge.ApiBaseUrl.ShouldBe(host.Sandbox.BaseUrl);
        lounge.TimeZone.Id.ShouldBe("America/New_York");
        lounge.Culture.ShouldBe("de");
        // As for a business in the section, guest Wi-Fi is that of the default one alone.
        lounge.GuestWifi.ShouldBeNull();
        (await lounge.GetSessionsAsync()).Sessions.ShouldNotBeEmpty();
        host.Sandbox.Requests.All.ShouldHaveSingleItem().Headers["Authorization"].ShouldBe($"Bearer {host.Sandbox.ApiKey}");
    }

    [Fact]
    public async Task GetBusiness_WithOptions_InheritsTheRest()
    {
        await using var host = await StartAsync();
        var brand = Client(host).GetBusiness(
            new BusinessOptions { BusinessType = BusinessType.Brand, BusinessId = "casa-belmonte", TimeZone = "Europe/Berlin" });
        brand.ApiBaseUrl.ShouldBe(host.Sandbox.BaseUrl);
        brand.TimeZone.Id.ShouldBe("Europe/Berlin");
        brand.Culture.ShouldBe("en");
    }

    [Fact]
    public async Task GetBusiness_KeyOfTheSection_IsSentToItsOwnAddressOnly()
    {
        await using var host = await StartAsync();
        await using var other = await SandboxApi.StartAsync();
        var lounge = Client(host).GetBusiness(new BusinessOptions { BusinessId = "stogies-chapin", ApiBaseUrl = other.BaseUrl });
        await Should.ThrowAsync<ApiException>(() => lounge.GetSessionsAsync());
        other.Requests.All.ShouldAllBe(r => !r.Headers.ContainsKey("Authorization"));
    }

    [Fact]
    public async Task GetBusiness_AfterAReload_HasTheNewSettings()
    {
        await using var host = await StartAsync();
        var before = Client(host).GetBusiness(BusinessType.Venue, "stogies-chapin");
        Reload(host, "SessionsWidgets:TimeZone", "Europe/Berlin");
        Client(host).GetBusiness(BusinessType.Venue, "stogies-chapin").TimeZone.Id.ShouldBe("Europe/Berlin");
        before.TimeZone.Id.ShouldBe("America/New_York");
    }

    [Fact]
    public async Task GetBusiness_AfterAReloadThatDoesNotFit_HasTheLastGoodSettings()
    {
        await using var host = await StartAsync();
        Client(host).GetBusiness(BusinessType.Venue, "stogies-chapin");
        Reload(host, "SessionsWidgets:TimeZone", "Nowhere/Town");
        Client(host).GetBusiness(BusinessType.Venue, "stogies-chapin").TimeZone.Id.ShouldBe("America/New_York");
        host.Log.Events.ShouldContain("configuration.refused");
    }

    [Fact]
    public async Task GetBusiness_WithoutAnAddressInTheSection_NamesTheKey()
    {
        await using var site = await HostSite.StartAsync(
            builder => builder.Services.AddSessionsWidgets(builder.Configuration.GetSection("SessionsWidgets")),
            _ => { },
            settings: ("SessionsWidgets:BusinessType", "venue"));
        Should.Throw<ParameterException>(
            () => site.Services.GetRequiredService<SessionsClient>().GetBusiness(BusinessType.Venue, "stogies-chapin"))
            .Message.ShouldStartWith("SessionsWidgets:ApiBaseUrl is missing");
    }

    [Theory]
    [InlineData("/LibraryCall/Called")]
    [InlineData("/blazor/library-call")]
    public async Task Fragment_InAPage_IsWrittenByteForByte(string path)
    {
        await using var host = await StartAsync();
        const string heading = "aé€🔥";
        var html = await host.GetAsync($"{path}?heading={Uri.EscapeDataString(heading)}");
        var lounge = Client(host).GetBusiness(BusinessType.Venue, "stogies-chapin");
        var fragment = await host.Services.GetRequiredService<WidgetRenderer>()
            .RenderAsync(lounge, new RecentSmokes { Limit = 2, Heading = heading });
        fragment.Origin.ShouldBe(FragmentOrigin.Fresh);
        fragment.ToString().ShouldContain("🔥");
        html.ShouldContain($"<main>{fragment}</main>");
    }

    [Fact]
    public async Task ToHtmlContent_LongerThanABuffer_SplitsNoCharacter()
    {
        await using var host = await StartAsync();
        var lounge = Client(host).GetBusiness(BusinessType.Venue, "stogies-chapin");
        var renderer = host.Services.GetRequiredService<WidgetRenderer>();
        // Characters that are two in UTF-16, with the end of the buffer between them or in them.
        const int Buffer = 4096;
        var widget = new RecentSmokes { Limit = 10, Heading = string.Concat(Enumerable.Repeat("🔥", 100)) };
        var plain = await renderer.RenderAsync(lounge, widget);
        var start = plain.ToString().IndexOf("🔥", StringComparison.Ordinal);
        for (var shift = 0; shift < 4; shift++)
        {
            var length = Buffer - 100 - start - " data-x=\"\"".Length + shift;
            var attributes = new List<KeyValuePair<string, string>> { new("data-x", new string('a', length)) };
            var request = new RenderRequest { Attributes = ElementAttributes.Take(renderer.Catalog.Get("recent-smokes"), attributes) };
            var fragment = await renderer.RenderAsync(lounge, widget, request);
            var text = fragment.ToString();
            char.IsSurrogate(text[Buffer]).ShouldBeTrue();
            using var writer = new StringWriter();
            fragment.ToHtmlContent().WriteTo(writer, HtmlEncoder.Default);
            writer.ToString().ShouldBe(text);
        }
    }

    private static SessionsClient Client(LoungeHost host) => host.Services.GetRequiredService<SessionsClient>();

    private static void Reload(LoungeHost host, string key, string value)
    {
        var root = (IConfigurationRoot)host.Services.GetRequiredService<IConfiguration>();
        root[key] = value;
        try
        {
            root.Reload();
        }
        catch (AggregateException)
        {
            // An explicit reload throws for an invalid value; a change of a watched file only logs.
        }
    }

    private static Task<LoungeHost> StartAsync(params (string Key, string Value)[] settings) => LoungeHost.StartAsync(
        widgets =>
        {
            widgets.Services.AddRazorPages();
            widgets.Services.AddRazorComponents();
        },
        app =>
        {
            app.UseAntiforgery();
            app.MapRazorPages();
            app.MapRazorComponents<App>();
        },
        settings: settings);
}
