using System.Reflection;
using Microsoft.Extensions.Configuration;

namespace SessionsWidgets.Tests.Hosting.Configuration;

public sealed class SectionBinderTests
{
    [Theory]
    [InlineData(typeof(SessionsWidgetsOptions), "")]
    [InlineData(typeof(BusinessOptions), "Businesses:uptown:")]
    [InlineData(typeof(GuestWifiOptions), "GuestWifi:")]
    [InlineData(typeof(GuestWifiOptions), "Businesses:uptown:GuestWifi:")]
    [InlineData(typeof(CachePolicy), "Cache:")]
    [InlineData(typeof(PictureOptions), "Pictures:")]
    public void Read_EveryProperty_IsAKey(Type section, string prefix)
    {
        string[] sections = ["Businesses", "Cache", "GuestWifi", "Pictures"];
        foreach (var property in section.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => !sections.Contains(p.Name)))
        {
            var (key, text, value) = Sample(property.PropertyType);
            var options = Read((prefix + property.Name + key, text));
            object owner = prefix switch
            {
                "" => options,
                "Cache:" => options.Cache,
                "Pictures:" => options.Pictures,
                "GuestWifi:" => options.GuestWifi!,
                "Businesses:uptown:" => options.Businesses["uptown"],
                _ => options.Businesses["uptown"].GuestWifi!,
            };
            property.GetValue(owner).ShouldBeEquivalentTo(value, property.Name);
        }
    }

    [Fact]
    public void Read_Keys_AreThoseOfTheSectionInAnyCase()
    {
        var options = Read(
            ("APIBASEURL", "https://api.example.com"), ("apiKey", "k1"),
            ("businesses:Uptown:businessid", "up"), ("Businesses:uptown:ApiKey", "k2"),
            ("cache:freshfor", "00:05:00"), ("Cache:MaxBytes", " 1000000 "), ("allowHttpPictures", "True"),
            ("GuestWifi:Floor", "5"), ("GuestWifi:ClientNetworks:0", "10.0.0.0/8"), ("GuestWifi:ClientNetworks:1", "10.1.0.0/16"));
        options.ApiBaseUrl.ShouldBe(new Uri("https://api.example.com"));
        options.ApiKey.ShouldBe(new Secret("k1"));
        options.Businesses["UPTOWN"].BusinessId.ShouldBe("up");
        options.Businesses["uptown"].ApiKey.ShouldBe(new Secret("k2"));
        options.Cache.ShouldBe(new CachePolicy { FreshFor = TimeSpan.FromMinutes(5), MaxBytes = 1_000_000 });
        options.AllowHttpPictures.ShouldBeTrue();
        options.GuestWifi!.Floor.ShouldBe(5);
        options.GuestWifi.ClientNetworks.ShouldBe(["10.0.0.0/8", "10.1.0.0/16"]);
    }

    [Fact]
    public void Read_WhatIsNotThere_Stays()
    {
        var options = new SessionsWidgetsOptions { Culture = "de", Cache = new CachePolicy { FreshFor = TimeSpan.FromHours(1) } };
        SectionBinder.Read(
            Section(
                ("TimeZone", "Europe/Berlin"), ("Cache:SoftTimeout", "00:00:01"), ("GuestWifi", null), ("Businesses", null),
                ("BusinessId", null)),
            options);
        options.Culture.ShouldBe("de");
        options.Cache.ShouldBe(new CachePolicy { FreshFor = TimeSpan.FromHours(1), SoftTimeout = TimeSpan.FromSeconds(1) });
        options.GuestWifi.ShouldBeNull();
        options.Businesses.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(
        "Cache:FreshFor", "soon", "SessionsWidgets:Cache:FreshFor is 'soon'; it must be hours, minutes and seconds, such as '00:10:00'")]
    [InlineData("cache:maxbytes", "64 MB", "SessionsWidgets:Cache:MaxBytes is '64 MB'; it must be a whole number.")]
    [InlineData("AllowHttpPictures", "yes", "SessionsWidgets:AllowHttpPictures is 'yes'; it must be 'true' or 'false'.")]
    [InlineData("AllowHttpPictures", "", "SessionsWidgets:AllowHttpPictures is ''; it must be")]
    [InlineData("GuestWifi:Floor", "x", "SessionsWidgets:GuestWifi:Floor is 'x'; it must be a whole number.")]
    [InlineData("GuestWifi:ClientNetworks", "10.0.0.0/8", "SessionsWidgets:GuestWifi:ClientNetworks is '10.0.0.0/8'; it must be a list")]
    [InlineData("Cache", "x", "SessionsWidgets:Cache is 'x'; it must be a section.")]
    [InlineData("TimeZone:Name", "UTC", "SessionsWidgets:TimeZone is 'a section'; it must be a single value.")]
    [InlineData("BusinessType", "vneue", "SessionsWidgets:BusinessType is 'vneue'; it must be 'venue' or 'brand'.")]
    [InlineData("BusinessType", "1", "SessionsWidgets:BusinessType is '1'; it must be 'venue' or 'brand'.")]
    [InlineData("ApiBaseUrl", "", "SessionsWidgets:ApiBaseUrl is ''; it must be an absolute https address")]
    [InlineData("GuestWifi:Floor", "", "SessionsWidgets:GuestWifi:Floor is ''; it must be a whole number.")]
    [InlineData("GuestWifi:RevealToStaff", "mac",
        "SessionsWidgets:GuestWifi:RevealToStaff is 'mac'; it must be a list: RevealToStaff:0 is its first item.")]
    [InlineData("GuestWifi:RevealToStaff:0", "name",
        "SessionsWidgets:GuestWifi:RevealToStaff is 'name'; each must be one of 'guest', 'mac', 'ip', 'access-code'.")]
    [InlineData("GuestWifi:ClientNetworks:0", null, "SessionsWidgets:GuestWifi:ClientNetworks is missing; each must be a text.")]
    [InlineData(
        "BusinesId",
        "x",
        "SessionsWidgets:BusinesId is 'x'; there is no such key (did you mean 'BusinessId'?): SessionsWidgets takes ApiBaseUrl,")]
    [InlineData("Cache:Fresh", "x", "SessionsWidgets:Cache:Fresh is 'x'; there is no such key")]
    [InlineData("Token", "x", "SessionsWidgets:Token is '***'; there is no such key")]
    [InlineData("GuestWifi:Password", "x", "SessionsWidgets:GuestWifi:Password is '***'; there is no such key")]
    [InlineData("Businesses:uptown:AuthHeader", "x", "SessionsWidgets:Businesses:uptown:AuthHeader is '***'; there is no such key")]
    [InlineData("Businesses:uptown:Cache:FreshFor", "x", "SessionsWidgets:Businesses:uptown:Cache is 'a section'; there is no such key")]
    [InlineData("Businesses:uptown:GuestWifi:Loc", "x", "SessionsWidgets:Businesses:uptown:GuestWifi:Loc is 'x'; there is no such key")]
    public void Read_WhatIsNotAllowed_NamesTheKeyAndWhatIs(string key, string? value, string message) =>
        Should.Throw<ParameterException>(() => Read((key, value))).Message.ShouldContain(message);

    [Theory]
    [InlineData("ApiKey")]
    [InlineData("GuestWifi:AccessToken")]
    [InlineData("GuestWifi:PseudonymKey")]
    [InlineData("Businesses:uptown:ApiKey")]
    [InlineData("Businesses:uptown:GuestWifi:AccessToken")]
    [InlineData("Businesses:uptown:GuestWifi:PseudonymKey")]
    public void Read_KeyThatNoHeaderCarries_IsNotInTheError(string key)
    {
        var error = Should.Throw<ParameterException>(() => Read((key, "s3cret key")));
        error.Message.ShouldBe($"SessionsWidgets:{key} is '***'; it must be visible ASCII without spaces, as HTTP headers carry it.");
        error.ToString().ShouldNotContain("s3cret");
    }

    [Theory]
    [InlineData("ApiKye", "ApiKey")]
    [InlineData("GuestWifi:AccesToken", "AccessToken")]
    public void Read_MisspeltSecret_IsNotInTheError(string key, string meant)
    {
        var error = Should.Throw<ParameterException>(() => Read((key, "s3cret")));
        error.Message.ShouldStartWith($"SessionsWidgets:{key} is '***'; there is no such key (did you mean '{meant}'?)");
        error.ParameterName.ShouldBe($"SessionsWidgets:{key}");
    }

    [Theory]
    [InlineData("ApiBaseUrl")]
    [InlineData("GuestWifi:ApiBaseUrl")]
    [InlineData("Businesses:uptown:ApiBaseUrl")]
    public void Read_AddressThatIsNone_IsNamedWithoutAPassword(string key)
    {
        Should.Throw<ParameterException>(() => Read((key, "https://a b"))).Message
            .ShouldStartWith($"SessionsWidgets:{key} is 'https://a b'; it must be an absolute https address");
        var error = Should.Throw<ParameterException>(() => Read((key, "https://me:s3cret@a b")));
        error.Message.ShouldStartWith($"SessionsWidgets:{key} is '***'; ");
        error.ToString().ShouldNotContain("s3cret");
    }

    [Fact]
    public void Read_ValuesWithSpaceAround_AreTaken()
    {
        var options = Read(
            ("BusinessType", " Brand "), ("ApiBaseUrl", " https://api.example.com\n"), ("Cache:FreshFor", " 00:00:07 "),
            ("AllowHttpPictures", " true"), ("ApiKey", " k1 "),
            ("GuestWifi:RevealToStaff:0", " Access-Code "), ("GuestWifi:RevealToStaff:1", "ip"));
        options.BusinessType.ShouldBe(BusinessType.Brand);
        options.ApiBaseUrl.ShouldBe(new Uri("https://api.example.com"));
        options.Cache.FreshFor.ShouldBe(TimeSpan.FromSeconds(7));
        options.AllowHttpPictures.ShouldBeTrue();
        options.ApiKey.ShouldBe(new Secret("k1"));
        options.GuestWifi!.RevealToStaff.ShouldBe(GuestFields.AccessCode | GuestFields.Ip);
    }

    [Fact]
    public void Read_EmptySecret_IsNone() => Read(("ApiKey", " ")).ApiKey.ShouldBeNull();

    private static SessionsWidgetsOptions Read(params (string Key, string? Value)[] settings)
    {
        var options = new SessionsWidgetsOptions();
        SectionBinder.Read(Section(settings), options);
        return options;
    }

    private static IConfigurationSection Section(params (string Key, string? Value)[] settings) => new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Select(s => new KeyValuePair<string, string?>($"SessionsWidgets:{s.Key}", s.Value)))
        .Build().GetSection("SessionsWidgets");

    private static (string Key, string Text, object Value) Sample(Type type) =>
        type == typeof(bool) ? ("", "true", true)
        : type == typeof(TimeSpan) ? ("", "00:00:07", TimeSpan.FromSeconds(7))
        : type == typeof(long) ? ("", "7", 7L)
        : type == typeof(int) || type == typeof(int?) ? ("", "7", 7)
        : type == typeof(string) ? ("", "text", "text")
        : type == typeof(Secret) ? ("", "text", new Secret("text"))
        : type == typeof(Uri) ? ("", "https://api.example.com", new Uri("https://api.example.com"))
        : type == typeof(BusinessType?) ? ("", "brand", BusinessType.Brand)
        : type == typeof(PictureMode) ? ("", "proxy", PictureMode.Proxy)
        : type == typeof(GuestFields?) ? (":0", "mac", GuestFields.Mac)
        : type == typeof(IList<string>) ? (":0", "text", new List<string> { "text" })
        : throw new NotSupportedException($"Say what is written for {type}.");
}
