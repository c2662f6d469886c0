using SessionsWidgets.Sandbox;
using SessionsWidgets.Sandbox.Faults;

namespace SessionsWidgets.AspNetCore.Tests.Notices;

/// <summary>Notices name the settings where the business really has them from, those of guest Wi-Fi too.</summary>
public sealed class OriginTests
{
    private const string Uptown = "SessionsWidgets:Businesses:uptown";

    [Theory]
    [InlineData("ApiKey", "canary", "set SessionsWidgets:Businesses:uptown:ApiKey to a valid key")]
    [InlineData("BusinessId", "nobody", "SessionsWidgets:Businesses:uptown:BusinessId is 'nobody', ")]
    [InlineData("BusinessType", "venue", "SessionsWidgets:Businesses:uptown:BusinessType is 'venue'.")]
    [InlineData("ApiBaseUrl", "http://127.0.0.1:1", "SessionsWidgets:Businesses:uptown:ApiBaseUrl is 'http://127.0.0.1:1/'.")]
    public async Task Notice_NamedBusiness_NamesItsOwnSettings(string setting, string value, string text)
    {
        var key = $"{Uptown}:{setting}";
        await using var site = await NoticeSite.StartAsync(
            "Development", [.. TestSite.Uptown.Where(s => s.Key != key), (key, value)]);
        foreach (var surface in (string[])[NoticeSite.Tag, NoticeSite.Component, NoticeSite.Fragment])
            (await site.TextAsync($"{surface}?business=uptown")).ShouldContain(text, Case.Sensitive, surface);
    }

    [Theory]
    [InlineData("ApiKey", "canary", "set SessionsWidgets:ApiKey to a valid key")]
    [InlineData("ApiKey", "", "set SessionsWidgets:ApiKey, such as by the environment variable SessionsWidgets__ApiKey")]
    [InlineData("ApiBaseUrl", "http://127.0.0.1:1", "SessionsWidgets:ApiBaseUrl is 'http://127.0.0.1:1/'.")]
    public async Task Notice_NamedBusinessThatInherits_NamesTheSettingsOfTheSection(string setting, string value, string text)
    {
        await using var site = await NoticeSite.StartAsync(
            "Development", ($"{Uptown}:BusinessId", "stogies-chapin"), ($"SessionsWidgets:{setting}", value));
        (await site.TextAsync($"{NoticeSite.Tag}?business=uptown")).ShouldContain(text);
    }

    [Fact]
    public async Task Notice_OwnAddressWithoutAKey_NamesTheKeyBesideTheAddress()
    {
        await using var other = await SandboxApi.StartAsync();
        await using var site = await NoticeSite.StartAsync(
            "Development", ($"{Uptown}:BusinessId", "stogies-chapin"), ($"{Uptown}:ApiBaseUrl", other.BaseUrl.AbsoluteUri));
        (await site.TextAsync($"{NoticeSite.Tag}?business=uptown")).ShouldContain(
            "the key is missing (401): set SessionsWidgets:Businesses:uptown:ApiKey, such as by the environment variable "
            + "SessionsWidgets__Businesses__uptown__ApiKey");
    }

    [Fact]
    public async Task Notice_BusinessOfASource_SaysThatTheSourceHasIt()
    {
        await using var site = await NoticeSite.StartAsync("Development", widgets => widgets.UseBusinessSource<NobodySource>());
        var text = await site.TextAsync($"{NoticeSite.Tag}?business=lounge");
        text.ShouldContain("BusinessOptions.BusinessId (from the IBusinessSource, for 'lounge') is 'nobody', ");
        text.ShouldContain("SessionsWidgets:BusinessType is 'venue'.");
        text.ShouldContain("SessionsWidgets:ApiBaseUrl is 'http://127.0.0.1:");
    }

    [Fact]
    public async Task Notice_BusinessOfASourceWithoutAnId_SaysThatItIsNotInherited()
    {
        await using var site = await NoticeSite.StartAsync("Development", widgets => widgets.UseBusinessSource<IdlessSource>());
        (await site.TextAsync($"{NoticeSite.Tag}?business=lounge")).ShouldContain(
            "BusinessOptions.BusinessId (from the IBusinessSource, for 'lounge') is missing; each business has its own: it is not "
            + "inherited.");
    }

    [Theory]
    [InlineData("nowhere", "business is 'nowhere'; there is no such business.")]
    [InlineData("nowhere", "Configured are: uptown. Another one is added by SessionsWidgets:Businesses:NAME:BusinessId.")]
    public async Task Notice_BusinessThatIsNotConfigured_SaysHowToAddIt(string name, string text)
    {
        await using var site = await NoticeSite.StartAsync("Development", TestSite.Uptown);
        foreach (var surface in (string[])[NoticeSite.Tag, NoticeSite.Component, NoticeSite.Fragment])
            (await site.TextAsync($"{surface}?business={name}")).ShouldContain(text, Case.Sensitive, surface);
    }

    [Fact]
    public async Task Notice_NoBusinessAtAll_NamesTheSetting()
    {
        await using var site = await NoticeSite.StartAsync("Development", ("SessionsWidgets:BusinessId", null!));
        (await site.TextAsync(NoticeSite.TagWithContent)).ShouldContain(
            "business is missing; name one, or set SessionsWidgets:BusinessId. None is configured in SessionsWidgets:Businesses.");
    }

    [Theory]
    [InlineData("/blazor/any/recent-smokes?cigar-id=cgr_none")]
    [InlineData("/widgets/recent-smokes?cigar-id=cgr_none")]
    public async Task Notice_WrongCigar_SaysTheCigarAndNotTheBusiness(string path)
    {
        await using var site = await NoticeSite.StartAsync("Development");
        var text = await site.TextAsync(path);
        text.ShouldContain("there is no such cigar (404): the widget's cigar-id is 'cgr_none'. Check it, and the address: ");
        text.ShouldNotContain("BusinessId");
        site.Log.Events.ShouldContain("cigar.not_found");
        site.Log.Events.ShouldNotContain("business.not_found");
    }

    [Fact]
    public async Task Fragment_WrongCigarInProduction_SaysTheCigar()
    {
        await using var site = await NoticeSite.StartAsync("Production");
        (await site.TextAsync("/widgets/recent-smokes?cigar-id=cgr_none")).ShouldBe("There is no such cigar here.");
    }

    [Theory]
    [InlineData("AccessToken", "canary", "the token is refused (401): set SessionsWidgets:GuestWifi:AccessToken to a valid one")]
    [InlineData(
        "AccessToken", "",
        "the token is missing (401): set SessionsWidgets:GuestWifi:AccessToken, such as by the environment variable "
        + "SessionsWidgets__GuestWifi__AccessToken")]
    [InlineData("ApiBaseUrl", "http://127.0.0.1:1", "SessionsWidgets:GuestWifi:ApiBaseUrl is 'http://127.0.0.1:1/'.")]
    [InlineData("status", "403", "the token has no access here (403): SessionsWidgets:GuestWifi:LocationId is 'oVq3TzKcWnB'.")]
    [InlineData("status", "404", "unknown there (404): SessionsWidgets:GuestWifi:LocationId is 'oVq3TzKcWnB', ")]
    [InlineData("status", "429", "A longer SessionsWidgets:Cache:FreshFor makes fewer requests.")]
    [InlineData("status", "301", "it redirects (301), which is not followed: SessionsWidgets:GuestWifi:ApiBaseUrl is 'http://127.0.0.1:")]
    public async Task Notice_GuestWifi_NamesItsSettings(string setting, string value, string text)
    {
        foreach (var environment in (string[])["Development", "Production"])
        {
            await using var site = setting == "status"
                ? await NoticeSite.StartAsync(environment)
                : await NoticeSite.StartAsync(environment, ($"SessionsWidgets:GuestWifi:{setting}", value));
            if (setting == "status")
                site.Sandbox.Faults.Add($"{site.Sandbox.GuestWifiUrl.AbsolutePath.TrimEnd('/')}/*", new StatusFault
                {
                    Status = int.Parse(value, System.Globalization.CultureInfo.InvariantCulture),
                    Headers = new Dictionary<string, string> { ["Location"] = "https://elsewhere.example.com/" },
                });
            foreach (var path in (string[])["/Fault?endpoint=GuestCount", "/Fault?endpoint=GuestList", "/Any/guest-sessions"])
            {
                var page = await site.TextAsync(path);
                if (environment == "Development") page.ShouldContain(text, Case.Sensitive, path);
                else page.ShouldNotContain("SessionsWidgets:", Case.Sensitive, path);
                page.ShouldNotContain("canary");
            }
        }
    }

    [Fact]
    public async Task Notice_OnePartOfAPanelIsMissing_SaysWhichBelowTheRest()
    {
        await using var site = await NoticeSite.StartAsync("Development", ("SessionsWidgets:GuestWifi:AccessToken", "canary"));
        var text = await site.TextAsync("/Any/lounge-activity");
        text.ShouldContain("<lounge-activity> lacks data.");
        text.ShouldContain("set SessionsWidgets:GuestWifi:AccessToken to a valid one");
        text.ShouldNotContain("Our own words.");
    }

    [Fact]
    public async Task Notice_BusinessWithoutGuestWifi_NamesTheSettingOfTheBusiness()
    {
        await using var site = await NoticeSite.StartAsync("Development", TestSite.Uptown);
        (await site.TextAsync("/Fault?business=uptown&endpoint=GuestCount")).ShouldContain(
            $"{Uptown}:GuestWifi:ApiBaseUrl is missing; the business 'casa-belmonte' has no guest Wi-Fi");
    }

    private sealed class NobodySource : IBusinessSource
    {
        public ValueTask<BusinessOptions?> FindAsync(string name, CancellationToken cancellationToken) =>
            ValueTask.FromResult<BusinessOptions?>(new BusinessOptions { BusinessId = "nobody" });
    }

    private sealed class IdlessSource : IBusinessSource
    {
        public ValueTask<BusinessOptions?> FindAsync(string name, CancellationToken cancellationToken) =>
            ValueTask.FromResult<BusinessOptions?>(new BusinessOptions { TimeZone = "UTC" });
    }
}
