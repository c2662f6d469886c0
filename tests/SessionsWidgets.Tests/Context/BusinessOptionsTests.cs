using System.Net;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace SessionsWidgets.Tests.Context;

/// <summary>A business's options are the same class, and mean the same, whether configured, found at run time or given in code.</summary>
public sealed class BusinessOptionsTests
{
    private static readonly (string, string?)[] Section =
    [
        ("ApiBaseUrl", "https://api.example.com"), ("ApiKey", "house-key"), ("BusinessType", "brand"), ("BusinessId", "house"),
        ("TimeZone", "America/New_York"), ("Culture", "fr"), ("GuestWifi:ApiBaseUrl", "https://wifi.example.com"),
        ("GuestWifi:AccessToken", "house-token"), ("GuestWifi:TokenHeader", "X-Token"), ("GuestWifi:TokenScheme", ""),
        ("GuestWifi:LocationId", "house-location"), ("GuestWifi:Floor", "5"),
        ("GuestWifi:ClientNetworks:0", "10.1.1.0/24"), ("GuestWifi:RevealToStaff:0", "mac"), ("GuestWifi:PseudonymKey", "pepper"),
    ];

    private static readonly GuestWifiOptions OwnLocation = new() { LocationId = "own-location" };

    public enum Way
    {
        Configured,
        Found,
        InCode,
    }

    [Theory, EachWay]
    public async Task Business_LeavesEverythingOut_TakesItFromTheSection(Way way)
    {
        var business = await BusinessAsync(way, new BusinessOptions { BusinessId = "uptown", GuestWifi = OwnLocation });

        business.BusinessId.ShouldBe("uptown");
        business.ApiBaseUrl.ShouldBe(new Uri("https://api.example.com"));
        business.ApiKey.ShouldBe(new Secret("house-key"));
        business.TimeZone.Id.ShouldBe("America/New_York");
        business.Culture.ShouldBe("fr");
        business.GuestWifi!.LocationId.ShouldBe("own-location");
        business.GuestWifi.ApiBaseUrl.ShouldBe(new Uri("https://wifi.example.com"));
        business.GuestWifi.Floor.ShouldBe(5);
        business.GuestWifi.RevealToStaff.ShouldBe(GuestFields.Mac);
        business.GuestWifi.IsInside(IPAddress.Parse("10.1.1.9")).ShouldBeTrue();
        business.GuestWifi.Options.PseudonymKey.ShouldBe(new Secret("pepper"));
        GuestWifiAccount.Of(business.GuestWifi.Options)
            .ShouldBe(new GuestWifiAccount("https://wifi.example.com/", "house-token", "X-Token", ""));
    }

    [Theory, EachWay]
    public async Task Business_WithItsOwn_KeepsIt(Way way)
    {
        var business = await BusinessAsync(way, new BusinessOptions
        {
            BusinessType = BusinessType.Venue, BusinessId = "uptown", ApiKey = "own-key", TimeZone = " Europe/Berlin ", Culture = "de",
            GuestWifi = new GuestWifiOptions
            {
                AccessToken = "own-token", TokenHeader = "Authorization", TokenScheme = "Token", Floor = 1,
                ClientNetworks = ["10.2.0.0/16"], RevealToStaff = GuestFields.Ip,
            },
        });

        business.BusinessType.ShouldBe(BusinessType.Venue);
        business.ApiKey.ShouldBe(new Secret("own-key"));
        business.TimeZone.Id.ShouldBe("Europe/Berlin");
        business.Culture.ShouldBe("de");
        business.GuestWifi!.LocationId.ShouldBeNull();
        business.GuestWifi.Floor.ShouldBe(1);
        business.GuestWifi.RevealToStaff.ShouldBe(GuestFields.Ip);
        business.GuestWifi.IsInside(IPAddress.Parse("10.1.1.9")).ShouldBeFalse();
        business.GuestWifi.IsInside(IPAddress.Parse("10.2.3.4")).ShouldBeTrue();
        GuestWifiAccount.Of(business.GuestWifi.Options)
            .ShouldBe(new GuestWifiAccount("https://wifi.example.com/", "own-token", "Authorization", "Token"));
    }

    [Theory, EachWay]
    public async Task Business_AtAnotherAddress_GetsNeitherKeyNorToken(Way way)
    {
        var business = await BusinessAsync(way, new BusinessOptions
        {
            BusinessId = "uptown", ApiBaseUrl = new Uri("https://elsewhere.example.com"),
            GuestWifi = new GuestWifiOptions { ApiBaseUrl = new Uri("https://wifi.elsewhere.example.com") },
        });

        business.ApiKey.ShouldBeNull();
        business.GuestWifi!.Options.AccessToken.ShouldBeNull();
    }

    [Theory, EachWay]
    public async Task Business_AtTheSameAddressWrittenOut_GetsKeyAndToken(Way way)
    {
        var business = await BusinessAsync(way, new BusinessOptions
        {
            BusinessId = "uptown", ApiBaseUrl = new Uri("https://api.example.com/"),
            GuestWifi = new GuestWifiOptions { ApiBaseUrl = new Uri("https://wifi.example.com/") },
        });

        business.ApiKey.ShouldBe(new Secret("house-key"));
        business.GuestWifi!.Options.AccessToken.ShouldBe(new Secret("house-token"));
    }

    [Fact]
    public async Task Business_WithoutGuestWifiOfItsOwn_HasNoneFromTheSection()
    {
        var business = new BusinessOptions { BusinessId = "uptown" };

        (await BusinessAsync(Way.Configured, business)).GuestWifi.ShouldBeNull();
        (await BusinessAsync(Way.Found, business)).GuestWifi.ShouldBeNull();
        // The client's own is said to be that of all its businesses.
        (await BusinessAsync(Way.InCode, business)).GuestWifi!.LocationId.ShouldBe("house-location");
    }

    [Fact]
    public async Task FindAsync_BusinessWithoutType_IsOfTheSectionsKind()
    {
        var business = new BusinessOptions { BusinessId = "uptown" };

        (await BusinessAsync(Way.Configured, business)).BusinessType.ShouldBe(BusinessType.Brand);
        (await BusinessAsync(Way.Found, business)).BusinessType.ShouldBe(BusinessType.Brand);
    }

    [Theory]
    [InlineData(Way.Found, "SessionsWidgets:ApiBaseUrl is missing; ")]
    [InlineData(Way.Configured, "SessionsWidgets:ApiBaseUrl is missing; ")]
    [InlineData(Way.InCode, "ApiBaseUrl is missing; ")]
    public async Task Business_OfWhichNothingSaysWhereItsApiIs_NamesTheKey(Way way, string message)
    {
        var business = new BusinessOptions { BusinessId = "uptown" };

        (await Should.ThrowAsync<Exception>(() => BusinessAsync(way, business, ("TimeZone", "UTC")))).Message.ShouldStartWith(message);
    }

    [Fact]
    public void Business_OptionsChangedAfterwards_StaysAsItWas()
    {
        var options = new SessionsClientOptions
        {
            ApiBaseUrl = new Uri("https://api.example.com"), Culture = "de",
            GuestWifi = new GuestWifiOptions { ApiBaseUrl = new Uri("https://wifi.example.com") },
        };
        using var client = new SessionsClient(options);
        options.Culture = "fr";
        options.Cache.FreshFor = TimeSpan.FromHours(1);
        options.GuestWifi.Floor = 9;
        options.GuestWifi.ClientNetworks.Add("10.0.0.0/8");

        var business = client.GetBusiness(BusinessType.Venue, "lounge");

        business.Culture.ShouldBe("de");
        client.Policy.FreshFor.ShouldBe(new CachePolicy().FreshFor);
        business.GuestWifi!.Floor.ShouldBe(3);
        business.GuestWifi.IsInside(IPAddress.Parse("10.1.1.9")).ShouldBeFalse();
    }

    [Theory]
    [InlineData("ApiBaseUrl", "http://api.example.com")]
    [InlineData("TimeZone", "Mars/Olympus")]
    [InlineData("Culture", "not a tag")]
    [InlineData("GuestWifi:Floor", "0")]
    [InlineData("GuestWifi:ClientNetworks:0", "10.1.1.0")]
    [InlineData("BusinessId", "a/b")]
    public void Validate_SectionThatOnlyOthersTakeFrom_IsCheckedAllTheSame(string key, string value)
    {
        using var services = Services(null, (key, value));

        Should.Throw<OptionsValidationException>(() => services.GetRequiredService<IOptions<SessionsWidgetsOptions>>().Value)
            .Message.ShouldStartWith($"SessionsWidgets:{key.Replace(":0", "", StringComparison.Ordinal)} is '{value}'; ");
    }

    [Fact]
    public void Options_InAnyText_ShowNoSecret()
    {
        var options = new SessionsWidgetsOptions
        {
            ApiKey = "canary-key", GuestWifi = new GuestWifiOptions { AccessToken = "canary-token", PseudonymKey = "canary-pepper" },
        };

        options.ToString().ShouldNotContain("canary");
        System.Text.Json.JsonSerializer.Serialize(options).ShouldNotContain("canary");
    }

    private static async Task<BusinessContext> BusinessAsync(Way way, BusinessOptions business, params (string, string?)[] section)
    {
        if (section.Length == 0) section = Section;
        using var services = Services(way == Way.Found ? business : null, [.. section, .. way == Way.Configured ? Keys(business) : []]);
        if (way != Way.InCode) return await services.GetRequiredService<BusinessDirectory>().GetAsync("uptown");
        var house = services.GetRequiredService<IOptions<SessionsWidgetsOptions>>().Value;
        using var client = new SessionsClient(new SessionsClientOptions
        {
            ApiBaseUrl = house.ApiBaseUrl, ApiKey = house.ApiKey, TimeZone = house.TimeZone, Culture = house.Culture,
            GuestWifi = house.GuestWifi,
        });
        return client.GetBusiness(business);
    }

    private static ServiceProvider Services(BusinessOptions? found, params (string Key, string? Value)[] section)
    {
        var services = new ServiceCollection();
        services.AddSessionsWidgetsCore(new ConfigurationBuilder()
            .AddInMemoryCollection(section.Select(s => new KeyValuePair<string, string?>($"SessionsWidgets:{s.Key}", s.Value)))
            .Build().GetSection("SessionsWidgets"));
        if (found is not null) services.AddSingleton<IBusinessSource>(new OneBusiness(found));
        return services.BuildServiceProvider();
    }

    /// <summary>The options as configuration writes them; keys are named by the test, as they cannot be read back.</summary>
    private static IEnumerable<(string, string?)> Keys(BusinessOptions business)
    {
        var wifi = business.GuestWifi;
        (string Key, string? Value)[] keys =
        [
            ("BusinessType", business.BusinessType?.ToString()), ("BusinessId", business.BusinessId),
            ("ApiBaseUrl", business.ApiBaseUrl?.OriginalString), ("ApiKey", business.ApiKey is null ? null : "own-key"),
            ("TimeZone", business.TimeZone), ("Culture", business.Culture),
            ("GuestWifi:ApiBaseUrl", wifi?.ApiBaseUrl?.OriginalString),
            ("GuestWifi:AccessToken", wifi?.AccessToken is null ? null : "own-token"),
            ("GuestWifi:TokenHeader", wifi?.TokenHeader), ("GuestWifi:TokenScheme", wifi?.TokenScheme),
            ("GuestWifi:LocationId", wifi?.LocationId), ("GuestWifi:Floor", wifi?.Floor is { } floor ? $"{floor}" : null),
            ("GuestWifi:ClientNetworks:0", wifi?.ClientNetworks.SingleOrDefault()),
            ("GuestWifi:RevealToStaff:0", wifi?.RevealToStaff?.ToString()),
        ];
        return keys.Where(k => k.Value is not null).Select(k => ($"Businesses:uptown:{k.Key}", k.Value));
    }

    private sealed class OneBusiness(BusinessOptions business) : IBusinessSource
    {
        public ValueTask<BusinessOptions?> FindAsync(string name, CancellationToken cancellationToken) =>
            ValueTask.FromResult<BusinessOptions?>(business);
    }

    /// <summary>Each of the ways.</summary>
    [AttributeUsage(AttributeTargets.Method)]
    private sealed class EachWayAttribute : Xunit.Sdk.DataAttribute
    {
        public override IEnumerable<object[]> GetData(System.Reflection.MethodInfo testMethod) =>
            Enum.GetValues<Way>().Select(way => new object[] { way });
    }
}
