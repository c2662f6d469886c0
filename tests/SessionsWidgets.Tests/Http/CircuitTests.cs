using SessionsWidgets.TestSupport;
using SessionsWidgets.TestSupport.Faults;

namespace SessionsWidgets.Tests.Http;

public sealed class CircuitTests : UpstreamTestBase
{
    [Fact]
    public async Task GetSessionsAsync_OneKeyIsLimited_NoOtherKeyOfThatCredentialAsks()
    {
        Open("30");
        Line.Break();
        await FailAsync();
        Line.Heal();
        var held = await FailAsync(limit: 6);
        held.Failure.ShouldBe(ApiFailure.RateLimited);
        held.RetryAfter.ShouldBe(TimeSpan.FromSeconds(30));
        Line.Calls.ShouldBe(1);
        Log.Events.Count(e => e == "rate.limited").ShouldBe(1);
        Clock.Advance(TimeSpan.FromSeconds(30));
        (await GetAsync(6)).Sessions.Count.ShouldBe(3);
        (await GetAsync(5)).Sessions.Count.ShouldBe(3);
        Line.Calls.ShouldBe(3);
    }

    [Fact]
    public async Task GetSessionsAsync_OneCredentialIsLimited_AnotherAsks()
    {
        Open("30");
        Line.Break();
        await FailAsync();
        Line.Heal();
        var other = Client.GetBusiness(new BusinessOptions { BusinessId = "lounge", ApiKey = "key-two" });
        (await other.GetSessionsAsync()).Sessions.Count.ShouldBe(3);
    }

    [Fact]
    public async Task GetSessionsAsync_WindowIsOver_OneGoesAheadOfTheOthers()
    {
        var go = new TaskCompletionSource();
        Open(new FaultRow("x", "limited, then waiting", Seen.LastGood, null)
        {
            Answer = async call =>
            {
                if (Line.Calls == 1)
                {
                    await call.AnswerAsync(429, "Retry-After: 30\r\n");
                    return;
                }

                Line.Heal();
                await go.Task;
                await call.AnswerAsync(200, "", System.Text.Encoding.UTF8.GetBytes(FaultTable.Good("Jo Example")));
            },
        });
        Line.Break();
        await FailAsync(1);
        Clock.Advance(TimeSpan.FromSeconds(30));
        var first = GetAsync(2);
        await Eventually.BeTrueAsync(() => Line.Calls == 2, () => "the first has asked");
        (await FailAsync(3)).RetryAfter.ShouldBe(TimeSpan.FromSeconds(1));
        go.SetResult();
        await first;
        Clock.Advance(TimeSpan.FromSeconds(1));
        (await GetAsync(3)).Sessions.Count.ShouldBe(3);
    }

    [Theory]
    [InlineData("30", 30)]
    [InlineData("31", 40)]
    [InlineData("32-", 60)]
    [InlineData("32--5", 60)]
    [InlineData("32-1.5", 60)]
    [InlineData("32-99999999999", 60)]
    [InlineData("32-soon", 60)]
    [InlineData("34", 20)]
    public async Task GetSessionsAsync_RetryAfter_IsHonoredToTheSecond(string row, int seconds)
    {
        Open(row);
        Line.Break();
        (await FailAsync()).RetryAfter.ShouldBe(TimeSpan.FromSeconds(seconds));
        Clock.Advance(TimeSpan.FromSeconds(seconds - 1));
        await FailAsync();
        Line.Calls.ShouldBe(1);
        Clock.Advance(TimeSpan.FromSeconds(1));
        await FailAsync();
        Line.Calls.ShouldBe(2);
    }

    [Theory]
    [InlineData("0", 1)]
    [InlineData("3600", 900)]
    public async Task GetSessionsAsync_RetryAfterTooShortOrTooLong_IsBounded(string asked, int seconds)
    {
        Open(new FaultRow("x", "limited", Seen.LastGood, null) { Answer = call => call.AnswerAsync(429, $"Retry-After: {asked}\r\n") });
        Line.Break();
        (await FailAsync()).RetryAfter.ShouldBe(TimeSpan.FromSeconds(seconds));
    }
}
