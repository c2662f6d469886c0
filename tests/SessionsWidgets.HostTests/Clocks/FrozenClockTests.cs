using System.Diagnostics;
using System.Net.Http;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.DependencyInjection;
using SessionsWidgets.TestSupport;
using SessionsWidgets.TestSupport.Faults;

namespace SessionsWidgets.HostTests.Clocks;

/// <summary>The host's clock stands: it decides dates and freshness, and nothing waits for it.</summary>
public sealed class FrozenClockTests
{
    private static readonly CachePolicy Policy = new();

    /// <summary>How long a page may take on a machine that has other work to do. Without an end of its own, it takes forever.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);

    [Theory]
    [InlineData("/Clocks/Waiting", "id=\"end\"")]
    [InlineData("/widgets/recent-smokes", "sw-fallback")]
    public async Task Page_UpstreamNeverAnswers_EndsWithThePageBudget(string path, string shown)
    {
        await using var upstream = new RawServer((_, _, _, closing) => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, closing));
        await using var site = new FrozenClockSite(new Uri($"http://127.0.0.1:{upstream.Port}"));
        using var http = site.CreateClient();
        var watch = Stopwatch.StartNew();
        (await http.GetStringAsync(path).WaitAsync(Longest)).ShouldContain(shown);
        watch.Elapsed.ShouldBeGreaterThan(Policy.PageBudget / 2, "it really waited");
        await Eventually.BeTrueAsync(() => site.Log.Events.Contains("upstream.timeout"), () => "the fetch has its deadline, too");
    }

    [Fact]
    public async Task Page_DistributedCacheNeverAnswers_ShowsUpstreamInTime()
    {
        await using var upstream = AnsweringUpstream();
        await using var site = new FrozenClockSite(
            new Uri($"http://127.0.0.1:{upstream.Port}"), services => services.AddSingleton<IDistributedCache>(new HangingCache()));
        using var http = site.CreateClient();
        (await http.GetStringAsync("/widgets/recent-smokes").WaitAsync(Longest)).ShouldContain("Jo Example");
    }

    [Fact]
    public async Task Page_AnotherServerHoldsTheLease_EndsInTime()
    {
        await using var upstream = AnsweringUpstream();
        await using var site = new FrozenClockSite(
            new Uri($"http://127.0.0.1:{upstream.Port}"), services => services.AddSingleton<IDistributedCache>(new LeasedCache()));
        using var http = site.CreateClient();
        // Usually the fallback; on a busy machine, the lease may end first.
        await http.GetStringAsync("/widgets/recent-smokes").WaitAsync(Longest);
        // The other server does not come back: this one fetches after all.
        await Eventually.BeTrueAsync(
            async () => (await http.GetStringAsync("/widgets/recent-smokes").WaitAsync(Longest)).Contains("Jo Example"),
            () => "it fetches by itself");
    }

    [Fact]
    public async Task Page_ClockIsAdvanced_AgesDatesAndFreshness()
    {
        var calls = 0;
        await using var upstream = AnsweringUpstream(() => Interlocked.Increment(ref calls));
        await using var site = new FrozenClockSite(new Uri($"http://127.0.0.1:{upstream.Port}"));
        using var http = site.CreateClient();
        (await http.GetStringAsync("/widgets/recent-smokes")).ShouldContain("18 minutes ago");
        site.Clock.Advance(Policy.FreshFor - TimeSpan.FromSeconds(1));
        await http.GetStringAsync("/widgets/recent-smokes");
        Volatile.Read(ref calls).ShouldBe(1, "it is fresh");
        site.Clock.Advance(Policy.StaleWhileRevalidate + TimeSpan.FromMinutes(1));
        (await http.GetStringAsync("/widgets/recent-smokes")).ShouldContain("29 minutes ago");
        Volatile.Read(ref calls).ShouldBe(2, "it is stale");
    }

    private static RawServer AnsweringUpstream(Action? called = null) => new((head, socket, stream, closing) =>
    {
        called?.Invoke();
        var body = System.Text.Encoding.UTF8.GetBytes(Sessions.Page("""
            {"id":"ses_1","createdAt":"2026-07-18T23:12:00.000Z","user":{"displayName":"Jo Example"}}
            """));
        return new RawCall(head, socket, stream, () => { }, closing).AnswerAsync(200, "Content-Type: application/json\r\n", body);
    });
}
