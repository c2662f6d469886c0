using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SessionsWidgets.TestSupport.Docs;

namespace SessionsWidgets.HostTests.ServiceDefaults;

/// <summary>Addresses of the form <c>https+http://name</c>.</summary>
public sealed class ServiceDiscoveryTests
{
    [Fact]
    public async Task Fragment_ServiceIsDiscovered_IsFetchedThereWithTheKey()
    {
        await using var site = await DiscoverySite.StartAsync();
        (await site.GetAsync("recent-smokes")).ShouldContain("Jo Example");
        (await site.GetAsync("guests-online")).ShouldContain("411");
        var head = site.Heads.First();
        head.ShouldStartWith("GET /v1/venues/lounge/sessions?");
        head.ShouldContain("Authorization: Bearer the-key\r\n");
    }

    [Fact]
    public async Task Fragment_SettingsOfTheDocs_IsFetchedThere()
    {
        var json = DocBlocks.With("docs/hosting.md", "json", "https+http").Text;
        using var stream = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(json));
        const string Name = "SessionsWidgets:ApiBaseUrl";
        await using var site = await DiscoverySite.StartAsync(
            settings: (Name, new ConfigurationBuilder().AddJsonStream(stream).Build()[Name]!));
        (await site.GetAsync("recent-smokes")).ShouldContain("Jo Example");
    }

    [Fact]
    public async Task Fragment_DiscoveryByNameOnly_IsFetchedThere()
    {
        await using var site = await DiscoverySite.StartAsync(services =>
        {
            services.AddServiceDiscovery();
            services.AddHttpClient("SessionsWidgets").AddServiceDiscovery();
            services.AddHttpClient("SessionsWidgets.GuestWifi").AddServiceDiscovery();
        });
        (await site.GetAsync("recent-smokes")).ShouldContain("Jo Example");
    }

    /// <summary>Without discovery, for clients that do not use it, or for the guest Wi-Fi alone.</summary>
    [Theory]
    [InlineData(0, "SessionsWidgets:ApiBaseUrl is 'https+http://sessions/v1'")]
    [InlineData(1, "SessionsWidgets:ApiBaseUrl is 'https+http://sessions/v1'")]
    [InlineData(2, "SessionsWidgets:GuestWifi:ApiBaseUrl is 'https+http://sessions/wifi'")]
    public async Task Start_NothingDiscovers_IsAnErrorThatNamesTheSettingAndTheRemedy(int kind, string setting)
    {
        var error = await Should.ThrowAsync<ParameterException>(() => DiscoverySite.StartAsync(services =>
        {
            if (kind > 0) services.AddServiceDiscovery();
            if (kind > 1) services.AddHttpClient("SessionsWidgets").AddServiceDiscovery();
        }));
        error.Message.ShouldContain(setting);
        error.Message.ShouldContain("AddServiceDiscovery()");
    }

    [Fact]
    public async Task Fragment_RedirectToTheOriginThatWasFound_IsFollowed()
    {
        await using var site = await DiscoverySite.StartAsync();
        site.RedirectTo = site.Address.AbsoluteUri.TrimEnd('/');
        (await site.GetAsync("recent-smokes")).ShouldContain("Jo Example");
        site.Heads.Count.ShouldBe(2);
        site.Heads.Last().ShouldContain("Authorization: Bearer the-key\r\n");
    }

    [Theory]
    [InlineData("http://127.0.0.1:1")]
    [InlineData("https://elsewhere.example.org")]
    [InlineData("https+http://another")]
    public async Task Fragment_RedirectToAnotherOrigin_IsRefused(string origin)
    {
        await using var site = await DiscoverySite.StartAsync();
        site.RedirectTo = origin;
        (await site.GetAsync("recent-smokes")).ShouldContain("sw-fallback");
        site.Heads.Count.ShouldBe(1);
        site.Log.Events.ShouldContain("upstream.redirect_foreign");
    }

    /// <summary>What is found is checked like any address; http stays within private networks.</summary>
    [Theory]
    [InlineData("http://10.1.2.3:81", false, "AllowPrivateAddresses")]
    [InlineData("http://169.254.169.254", false, "AllowPrivateAddresses")]
    [InlineData("https://10.1.2.3:81", false, "AllowPrivateAddresses")]
    [InlineData("http://93.184.216.34", false, "http at a public address")]
    [InlineData("http://93.184.216.34", true, "http at a public address")]
    public async Task Fragment_ServiceIsAtAnAddressThatIsNotAllowed_IsNotConnectedTo(string endpoint, bool allowPrivate, string reason)
    {
        await using var site = await DiscoverySite.StartAsync(
            endpoint: endpoint, settings: ("SessionsWidgets:AllowPrivateAddresses", allowPrivate ? "true" : "false"));
        (await site.GetAsync("recent-smokes")).ShouldContain("sw-fallback");
        site.Log.OwnEntries.ShouldContain(text => text.Contains("GET https+http://sessions/v1/venues/lounge/sessions: ")
            && text.Contains(reason));
        site.Log.Events.ShouldContain("upstream.blocked_address");
    }

    [Fact]
    public async Task Fragment_ServiceIsOnThisMachine_ShowsItsPictures()
    {
        await using var site = await DiscoverySite.StartAsync();
        (await site.GetAsync("recent-smokes?layout=grid")).ShouldContain($"{site.Address}pictures/1.jpg");
    }

    [Fact]
    public async Task GetBusiness_ClientWithoutDiscovery_IsAnError()
    {
        await using var client = new SessionsClient(new SessionsClientOptions { ApiBaseUrl = new Uri("https+http://sessions") });
        Should.Throw<ParameterException>(() => client.GetBusiness(BusinessType.Venue, "lounge"))
            .Message.ShouldStartWith("ApiBaseUrl is 'https+http://sessions'");
    }

    [Theory]
    [InlineData("https+http://user@sessions")]
    [InlineData("https+http://sessions?x=1")]
    [InlineData("http+https://sessions")]
    [InlineData("https+http:sessions")]
    public async Task Start_AddressIsNotAllowed_IsAnError(string address)
    {
        var error = await Should.ThrowAsync<Microsoft.Extensions.Options.OptionsValidationException>(
            () => DiscoverySite.StartAsync(settings: ("SessionsWidgets:ApiBaseUrl", address)));
        error.Message.ShouldContain("SessionsWidgets:ApiBaseUrl");
    }
}
