using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace SessionsWidgets.HostTests.Reload;

/// <summary>The configuration changes while the site runs.</summary>
public sealed class ReloadTests
{
    private const string North = "\"Businesses\": { \"north\": { \"BusinessId\": \"north-lounge\"";

    public static TheoryData<string, string> BadChanges => new()
    {
        { ReloadSite.Good.Replace("\"de\"", "\"xx\""), "SessionsWidgets:Culture is 'xx'; there are texts in:" },
        { ReloadSite.Good.Replace("\"fr\"", "\"xx\""), "SessionsWidgets:Businesses:north:Culture is 'xx'; there are texts in:" },
        { ReloadSite.Good.Replace("\"de\"", "\"no language\""), "SessionsWidgets:Culture is 'no language'" },
        { ReloadSite.Good.Replace("Europe/Berlin", "Mars/Olympus"), "SessionsWidgets:TimeZone is 'Mars/Olympus'" },
        { ReloadSite.Good.Replace(North, $"{North}, \"TimeZone\": \"Mars/Olympus\""), "Businesses:north:TimeZone is 'Mars/Olympus'" },
        { ReloadSite.Good.Replace("https://api", "http://api"), "SessionsWidgets:ApiBaseUrl is 'http://api.example.com'; it must" },
        { ReloadSite.Good.Replace("https://api", "https+http://api"), "SessionsWidgets:ApiBaseUrl is 'https+http://api.example.com'" },
        {
            ReloadSite.Good.Replace(North, $"{North}, \"ApiBaseUrl\": \"https+http://api\""),
            "SessionsWidgets:Businesses:north:ApiBaseUrl is 'https+http://api'; only service discovery"
        },
        { ReloadSite.Good.Replace("\"ApiBaseUrl\"", "\"ApiBaseUrll\""), "there is no such key (did you mean 'ApiBaseUrl'?)" },
        { ReloadSite.Good.Replace("\"ApiBaseUrl\": \"https://api.example.com\",", ""), "SessionsWidgets:ApiBaseUrl" },
        { ReloadSite.Good.Replace("\"north-lounge\"", "\"a/b\""), "SessionsWidgets:Businesses:north:BusinessId is 'a/b'" },
        { $"{ReloadSite.Good}, \"Cache\": {{ \"FreshFor\": \"0\" }}", "SessionsWidgets:Cache:FreshFor" },
    };

    [Theory]
    [MemberData(nameof(BadChanges))]
    public async Task Change_DoesNotFit_TheOneBeforeStaysAndIsLoggedOnce(string section, string reason)
    {
        await using var site = await ReloadSite.StartAsync();
        var before = (Default: await site.GetAsync(), North: await site.GetAsync("?business=north"));
        before.Default.ShouldContain("lang=\"de\"");
        before.North.ShouldContain("lang=\"fr\"");
        var monitor = site.Services.GetRequiredService<IOptionsMonitor<SessionsWidgetsOptions>>();
        var options = monitor.CurrentValue;

        site.Change(section);
        for (var i = 0; i < 3; i++)
        {
            (await site.GetAsync()).ShouldBe(before.Default);
            (await site.GetAsync("?business=north")).ShouldBe(before.North);
            using var scope = site.Services.CreateScope();
            scope.ServiceProvider.GetRequiredService<IOptionsSnapshot<SessionsWidgetsOptions>>().Value.ShouldBe(options);
        }

        monitor.CurrentValue.ShouldBeSameAs(options);
        site.Refused.ShouldHaveSingleItem().ShouldContain(reason);
        site.OwnEntries.ShouldHaveSingleItem();

        site.Change(ReloadSite.Good.Replace("\"de\"", "\"es\"").Replace("north-lounge", "north-house"));
        (await site.GetAsync()).ShouldContain("lang=\"es\"");
        await site.GetAsync("?business=north");
        site.Asked[^1].AbsolutePath.ShouldBe("/venues/north-house/sessions");
        site.Refused.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Change_BadThenGoodThenBad_IsLoggedForEachBadOne()
    {
        await using var site = await ReloadSite.StartAsync();
        var bad = ReloadSite.Good.Replace("\"de\"", "\"xx\"");
        site.Change(bad);
        site.Change(bad);
        site.Refused.Count.ShouldBe(1, "the second says nothing new");
        site.Change(ReloadSite.Good.Replace("\"de\"", "\"yy\""));
        site.Refused.Count.ShouldBe(2);
        site.Change(ReloadSite.Good);
        site.Change(bad);
        site.Refused.Count.ShouldBe(3);
        (await site.GetAsync()).ShouldContain("lang=\"de\"");
    }

    [Fact]
    public async Task Change_CodeOfTheHostThrows_TheOneBeforeStaysAndItsTextIsNotLogged()
    {
        var fails = false;
        await using var site = await ReloadSite.StartAsync(services => services.PostConfigure<SessionsWidgetsOptions>(_ =>
        {
            if (Volatile.Read(ref fails)) throw new FormatException("the-secret");
        }));
        Volatile.Write(ref fails, true);
        site.Change(ReloadSite.Good.Replace("\"de\"", "\"es\""));
        (await site.GetAsync()).ShouldContain("lang=\"de\"");
        site.Refused.ShouldHaveSingleItem().ShouldContain("FormatException");
        site.OwnEntries.ShouldAllBe(text => !text.Contains("the-secret"));
    }

    [Fact]
    public async Task Start_CultureWithoutTexts_StopsTheHost()
    {
        var error = await Should.ThrowAsync<ParameterException>(
            () => ReloadSite.StartAsync(services => services.Configure<SessionsWidgetsOptions>(o => o.Culture = "xx")));
        error.Message.ShouldContain("SessionsWidgets:Culture is 'xx'");
    }
}
