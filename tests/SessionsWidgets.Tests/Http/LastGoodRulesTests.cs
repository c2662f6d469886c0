using SessionsWidgets.TestSupport.Faults;

namespace SessionsWidgets.Tests.Http;

/// <summary>How error statuses limit the use of the last good result.</summary>
public sealed class LastGoodRulesTests : UpstreamTestBase
{
    [Fact]
    public async Task GetSessionsAsync_KeyIsRejected_KeepsTheLastGoodResultForItsUsualAge()
    {
        await BecomeStaleAsync("25");
        (await GetAsync()).IsStale.ShouldBeTrue();
        Clock.Advance(TimeSpan.FromHours(20));
        (await GetAsync()).IsStale.ShouldBeTrue();
        Clock.Advance(TimeSpan.FromHours(5));
        (await FailAsync()).Failure.ShouldBe(ApiFailure.Unauthorized);
    }

    [Fact]
    public async Task GetSessionsAsync_KeyIsRejected_TriesAgainEveryMinute()
    {
        await BecomeStaleAsync("25");
        var calls = Line.Calls;
        for (var i = 0; i < 10; i++)
        {
            await GetAsync();
            Clock.Advance(TimeSpan.FromMinutes(1));
        }

        (Line.Calls - calls).ShouldBe(10);
    }

    [Fact]
    public async Task GetSessionsAsync_Forbidden_RemovesTheLastGoodResultAfterAQuarterOfAnHour()
    {
        await BecomeStaleAsync("26");
        (await GetAsync()).IsStale.ShouldBeTrue();
        Clock.Advance(TimeSpan.FromMinutes(14));
        (await GetAsync()).IsStale.ShouldBeTrue();
        Clock.Advance(TimeSpan.FromMinutes(1));
        (await FailAsync()).Failure.ShouldBe(ApiFailure.Unauthorized);
    }

    [Fact]
    public async Task GetSessionsAsync_NotFoundAgainAndAgain_RemovesTheLastGoodResult()
    {
        await BecomeStaleAsync("27");
        (await GetAsync()).IsStale.ShouldBeTrue();
        Clock.Advance(TimeSpan.FromSeconds(7));
        (await GetAsync()).IsStale.ShouldBeTrue();
        Clock.Advance(TimeSpan.FromSeconds(13));
        (await FailAsync()).Failure.ShouldBe(ApiFailure.NotFound);
    }

    [Fact]
    public async Task GetSessionsAsync_NotFoundForFiveMinutes_RemovesTheLastGoodResult()
    {
        await BecomeStaleAsync("27");
        (await GetAsync()).IsStale.ShouldBeTrue();
        Clock.Advance(TimeSpan.FromMinutes(5));
        (await FailAsync()).Failure.ShouldBe(ApiFailure.NotFound);
    }

    [Fact]
    public async Task GetSessionsAsync_Gone_RemovesTheLastGoodResultAtOnce()
    {
        await BecomeStaleAsync("28");
        (await FailAsync()).Failure.ShouldBe(ApiFailure.NotFound);
    }

    [Fact]
    public async Task GetSessionsAsync_NotModified_IsFreshWithoutABody()
    {
        await BecomeStaleAsync("19");
        var page = await GetAsync();
        page.IsStale.ShouldBeFalse();
        page.FetchedAt.ShouldBe(Clock.GetUtcNow());
        page.Sessions.Count.ShouldBe(3);
        Upstream.Heads.Last().ShouldContain("If-None-Match: \"v1\"\r\n");
    }

    [Fact]
    public async Task GetSessionsAsync_Recovered_LogsTheDurationAndSuppressedCalls()
    {
        await BecomeStaleAsync("33-500");
        for (var i = 0; i < 4; i++) await GetAsync();
        Line.Heal();
        Clock.Advance(TimeSpan.FromMinutes(1));
        await GetAsync();
        Log.Events.ShouldBe(["upstream.5xx", "upstream.recovered"]);
        Log.OwnEntries.Last().ShouldContain("after 00:01:00 and 1 failed attempts; 3 calls were suppressed");
    }

    [Fact]
    public async Task GetSessionsAsync_FailsInAnotherWay_TellsThatOnce()
    {
        var status = 500;
        Open(new FaultRow("x", "changing", Seen.LastGood, null) { Answer = call => call.AnswerAsync(status) });
        Line.Break();
        for (var i = 0; i < 6; i++)
        {
            if (i == 3) status = 401;
            await FailAsync();
            Clock.Advance(TimeSpan.FromMinutes(6));
        }

        Log.Events.ShouldBe(["upstream.5xx", "auth.rejected"]);
    }

    [Fact]
    public async Task GetSessionsAsync_HandlerNeverEnds_IsAbandonedAndTriedAgain()
    {
        Open("11");
        Line.Break();
        var first = FailAsync();
        await Line.StuckAsync();
        Clock.Advance(Policy.FetchDeadline);
        (await first).Failure.ShouldBe(ApiFailure.TimedOut);
        Clock.Advance(TimeSpan.FromSeconds(1));
        await TestSupport.Eventually.BeTrueAsync(() => Log.Events.Contains("upstream.abandoned"), () => "it is logged");
        Line.Heal();
        Clock.Advance(TimeSpan.FromSeconds(6));
        (await GetAsync()).Sessions.Count.ShouldBe(3);
    }

    [Fact]
    public async Task GetSessionsAsync_ClockIsSetBack_AgesGoOnByTheTimeThatPasses()
    {
        Open("33-500");
        await GetAsync();
        Clock.SetBack(TimeSpan.FromDays(3));
        Clock.Advance(Policy.FreshFor);
        (await GetAsync()).IsStale.ShouldBeTrue();
    }

    /// <summary>A good response, then the fault, then the time at which a page waits for a new one.</summary>
    private async Task BecomeStaleAsync(string row)
    {
        Open(row);
        (await GetAsync()).Sessions.Count.ShouldBe(3);
        Line.Break();
        Clock.Advance(Policy.FreshFor + Policy.StaleWhileRevalidate);
    }
}
