using Microsoft.Extensions.Logging;
using SessionsWidgets.Sandbox.Faults;

namespace SessionsWidgets.HostTests.PageCaching;

/// <summary>Sites whose output cache stores every page for an hour.</summary>
public class OutputCachingTests
{
    private static readonly RecentSmokes Smokes = new() { Limit = 2 };

    /// <summary>With it, "9 min so far" expires before the data.</summary>
    private static readonly (string Key, string Value) s_longFresh = ("SessionsWidgets:Cache:FreshFor", "00:30:00");

    public static TheoryData<string> Pages => ["/PageCaching/Smokes", "/blazor/caching/smokes"];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Page_WithAFallback_ShowsTheWidgetAsSoonAsUpstreamHasRecovered(string path)
    {
        await using var host = await CachingHost.StartAsync();
        host.Sandbox.Faults.Add("/venues/*", new StatusFault { Status = 500 });
        (await host.GetAsync(path)).ShouldContain("Come in.");
        host.Stored().ShouldBeEmpty();
        host.Sandbox.Faults.Clear();
        host.Clock.Advance(TimeSpan.FromSeconds(144));
        var html = await host.GetAsync(path);
        html.ShouldContain("sw-recent-smokes");
        html.ShouldNotContain("Come in.");
        host.Stored().ShouldHaveSingleItem();
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Page_WithAFreshWidget_IsStoredWhileItIsTrue(string path)
    {
        await using var host = await CachingHost.StartAsync(settings: s_longFresh);
        var first = await host.GetAsync(path);
        var freshFor = await host.FreshForAsync(Smokes);
        host.Stored().ShouldBe([freshFor]);
        host.Clock.Advance(freshFor - TimeSpan.FromSeconds(1));
        (await host.GetAsync(path)).ShouldBe(first);
        host.Stored().Count().ShouldBe(1);
        host.Clock.Advance(TimeSpan.FromSeconds(1));
        (await host.GetAsync(path)).ShouldNotBe(first);
        host.Stored().Count().ShouldBe(2);
    }

    [Fact]
    public async Task Page_WithTwoWidgets_IsStoredUntilTheFirstExpires()
    {
        await using var host = await CachingHost.StartAsync(settings: s_longFresh);
        await host.GetAsync("/PageCaching/Two");
        TimeSpan[] both = [await host.FreshForAsync(Smokes), await host.FreshForAsync(new GuestsOnline())];
        both[0].ShouldNotBe(both[1]);
        host.Stored().ShouldBe([both.Min()]);
    }

    [Fact]
    public async Task Page_ThatTakesItsTimeAfterAWidget_IsStoredForWhatIsLeft()
    {
        await using var host = await CachingHost.StartAsync();
        var left = await host.FreshForAsync(Smokes);
        await host.GetAsync("/PageCaching/Slow");
        host.Stored().ShouldBe([left - TimeSpan.FromSeconds(7)]);
    }

    [Fact]
    public async Task Page_WithAStaleWidget_IsNotStoredUntilItIsRefreshed()
    {
        await using var host = await CachingHost.StartAsync();
        await host.GetAsync("/PageCaching/Smokes");
        host.Sandbox.Faults.Add("/venues/*", new StatusFault { Status = 500 });
        host.Clock.Advance(TimeSpan.FromMinutes(5));
        (await host.GetAsync("/PageCaching/Smokes")).ShouldContain("sw-recent-smokes");
        host.Stored().Count().ShouldBe(1);
    }

    [Theory]
    [InlineData("/PageCaching/Wrong")]
    [InlineData("/PageCaching/Flushed")]
    [InlineData("/blazor/caching/streamed")]
    public async Task Page_ThatCannotBeLimited_IsShownButNotStored(string path)
    {
        await using var host = await CachingHost.StartAsync();
        var html = await host.GetAsync(path);
        html.ShouldContain(path.EndsWith("Wrong", StringComparison.Ordinal) ? "Come in." : "sw-recent-smokes");
        host.Stored().ShouldBeEmpty();
        host.Log.Entries.ShouldAllBe(e => e.Level < LogLevel.Error || e.Text.Contains("limit is 'junk'", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Page_FlushedBeforeTheWidget_IsStoredForAShorterTimeThanItIsTrue()
    {
        await using var host = await CachingHost.StartAsync(o => o.AddBasePolicy(p => p.Expire(TimeSpan.FromSeconds(5))));
        await host.GetAsync("/PageCaching/Flushed");
        host.Stored().ShouldBe([TimeSpan.FromSeconds(5)]);
    }

    [Theory]
    [InlineData("/PageCaching/Smokes")]
    [InlineData("/widgets/recent-smokes?limit=2")]
    public async Task Response_WithoutATimeOfItsOwn_KeepsTheShorterDefault(string path)
    {
        await using var host = await CachingHost.StartAsync(o =>
        {
            o.DefaultExpirationTimeSpan = TimeSpan.FromSeconds(5);
            o.AddBasePolicy(p => p.Cache());
        });
        await host.GetAsync(path);
        host.Stored().ShouldBe([TimeSpan.FromSeconds(5)]);
    }

    [Fact]
    public async Task Page_WithoutWidgets_IsStoredAsTheSiteSays()
    {
        await using var host = await CachingHost.StartAsync();
        await host.GetAsync("/PageCaching/Plain");
        host.Stored().ShouldBe([TimeSpan.FromHours(1)]);
    }

    [Fact]
    public async Task Page_LimitPageCachingIsOff_IsStoredAsTheSiteSays()
    {
        await using var host = await CachingHost.StartAsync(settings: ("SessionsWidgets:LimitPageCaching", "false"));
        host.Sandbox.Faults.Add("/venues/*", new StatusFault { Status = 500 });
        (await host.GetAsync("/PageCaching/Smokes")).ShouldContain("Come in.");
        host.Stored().ShouldBe([TimeSpan.FromHours(1)]);
    }

    [Fact]
    public async Task CacheTag_WithAWidget_KeepsTheSitesOwnTimeAsTheDocsSay()
    {
        await using var host = await CachingHost.StartAsync();
        host.Sandbox.Faults.Add("/venues/*", new StatusFault { Status = 500 });
        (await host.GetAsync("/PageCaching/Cached")).ShouldContain("Come in.");
        host.Stored().ShouldBeEmpty();
        host.Sandbox.Faults.Clear();
        host.Clock.Advance(TimeSpan.FromSeconds(144));
        (await host.GetAsync("/PageCaching/Cached")).ShouldContain("Come in.");
        host.Stored().ShouldBe([TimeSpan.FromHours(1)]);
    }
}
