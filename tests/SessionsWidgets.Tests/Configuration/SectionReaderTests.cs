using System.Reflection;
using Microsoft.Extensions.Configuration;

namespace SessionsWidgets.Tests.Configuration;

public sealed class SectionReaderTests
{
    [Theory]
    [InlineData(typeof(SessionsWidgetsOptions), "")]
    [InlineData(typeof(BusinessSettings), "Businesses:uptown:")]
    [InlineData(typeof(GuestWifiSettings), "GuestWifi:")]
    [InlineData(typeof(CachePolicy), "Cache:")]
    public void Read_EveryProperty_HasAKey(Type settings, string prefix)
    {
        foreach (var property in settings.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.Name is not ("Businesses" or "Cache" or "GuestWifi")))
        {
            var (text, isList) = TextFor(property.PropertyType);
            var options = Read((prefix + property.Name + (isList ? ":0" : ""), text));
            object owner = prefix switch { "" => options, "Cache:" => options.Cache, "GuestWifi:" => options.GuestWifi!, _ => options.Businesses["uptown"] };
            var value = property.GetValue(owner);
            if (isList) ((IList<string>)value!).ShouldBe([text]);
            else value.ShouldNotBe(property.GetValue(Activator.CreateInstance(settings)), property.Name);
        }
    }

    [Fact]
    public void Read_Keys_AreThoseOfTheSectionInAnyCase()
    {
        var options = Read(
            ("APIBASEURL", "https://api.example.com"), ("apiKey", "k1"), ("businesses:Uptown:businessid", "up"), ("Businesses:uptown:ApiKey", "k2"),
            ("cache:freshfor", "00:05:00"), ("Cache:MaxBytes", " 1000000 "), ("allowHttpPictures", "True"), ("GuestWifi:Floor", "5"), ("GuestWifi:ClientNetworks:0", "10.0.0.0/8"), ("GuestWifi:ClientNetworks:1", "10.1.0.0/16"));
        options.ApiBaseUrl.ShouldBe("https://api.example.com");
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
        SectionReader.Read(Section(("TimeZone", "Europe/Berlin"), ("Cache:SoftTimeout", "00:00:01"), ("GuestWifi", null), ("Businesses", null), ("BusinessId", null)), options);
        options.Culture.ShouldBe("de");
        options.Cache.ShouldBe(new CachePolicy { FreshFor = TimeSpan.FromHours(1), SoftTimeout = TimeSpan.FromSeconds(1) });
        options.GuestWifi.ShouldBeNull();
        options.Businesses.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Cache:FreshFor", "soon", "SessionsWidgets:Cache:FreshFor is 'soon'; it must be hours, minutes and seconds, such as '00:10:00'")]
    [InlineData("cache:maxbytes", "64 MB", "SessionsWidgets:Cache:MaxBytes is '64 MB'; it must be a whole number.")]
    [InlineData("AllowHttpPictures", "yes", "SessionsWidgets:AllowHttpPictures is 'yes'; it must be 'true' or 'false'.")]
    [InlineData("AllowHttpPictures", "", "SessionsWidgets:AllowHttpPictures is ''; it must be")]
    [InlineData("GuestWifi:Floor", "x", "SessionsWidgets:GuestWifi:Floor is 'x'; it must be a whole number.")]
    [InlineData("GuestWifi:ClientNetworks", "10.0.0.0/8", "SessionsWidgets:GuestWifi:ClientNetworks is '10.0.0.0/8'; it must be a list")]
    [InlineData("Cache", "x", "SessionsWidgets:Cache is 'x'; it must be a section.")]
    [InlineData("TimeZone:Name", "UTC", "SessionsWidgets:TimeZone is 'a section'; it must be a single value.")]
    [InlineData("BusinesId", "x", "SessionsWidgets:BusinesId is 'x'; there is no such key (did you mean 'BusinessId'?): SessionsWidgets takes ApiBaseUrl,")]
    [InlineData("Cache:Fresh", "x", "SessionsWidgets:Cache:Fresh is 'x'; there is no such key")]
    [InlineData("Businesses:uptown:Cache:FreshFor", "x", "SessionsWidgets:Businesses:uptown:Cache is 'a section'; there is no such key")]
    [InlineData("Businesses:uptown:GuestWifi:Loc", "x", "SessionsWidgets:Businesses:uptown:GuestWifi:Loc is 'x'; there is no such key")]
    public void Read_WhatIsNotAllowed_NamesTheKeyAndWhatIs(string key, string value, string message) =>
        Should.Throw<ParameterException>(() => Read((key, value))).Message.ShouldContain(message);

    [Fact]
    public void Read_KeyThatNoHeaderCarries_IsNotInTheError()
    {
        var error = Should.Throw<ParameterException>(() => Read(("Businesses:uptown:ApiKey", "s3cret key")));
        error.Message.ShouldBe("SessionsWidgets:Businesses:uptown:ApiKey is '***'; it must be visible ASCII without spaces, as HTTP headers carry it.");
        error.ToString().ShouldNotContain("s3cret");
    }

    private static SessionsWidgetsOptions Read(params (string Key, string? Value)[] settings)
    {
        var options = new SessionsWidgetsOptions();
        SectionReader.Read(Section(settings), options);
        return options;
    }

    private static IConfigurationSection Section(params (string Key, string? Value)[] settings) => new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Select(s => new KeyValuePair<string, string?>($"SessionsWidgets:{s.Key}", s.Value)))
        .Build().GetSection("SessionsWidgets");

    private static (string Text, bool IsList) TextFor(Type type) =>
        type == typeof(bool) ? ("true", false)
        : type == typeof(TimeSpan) ? ("00:00:07", false)
        : type == typeof(long) || type == typeof(int) || type == typeof(int?) ? ("7", false)
        : type == typeof(string) || type == typeof(Secret) ? ("text", false)
        : type == typeof(IList<string>) ? ("text", true)
        : throw new NotSupportedException($"Say what is written for {type}.");
}
