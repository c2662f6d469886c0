namespace SessionsWidgets.Tests.Http;

public sealed class RetryTests : UpstreamTestBase
{
    [Theory]
    [InlineData("6")]
    [InlineData("12a")]
    [InlineData("12b")]
    [InlineData("14")]
    [InlineData("18")]
    [InlineData("29a")]
    [InlineData("29b")]
    public async Task GetSessionsAsync_WhatMayPass_IsSentOnceMore(string row)
    {
        Open(row);
        Line.Break();
        await FailAsync();
        Line.Calls.ShouldBe(2);
        Log.Events.ShouldBe(["upstream.retry", Line.Row.Event!]);
    }

    [Theory]
    [InlineData("7")]
    [InlineData("13a")]
    [InlineData("17")]
    [InlineData("24a")]
    [InlineData("25")]
    [InlineData("27")]
    [InlineData("30")]
    [InlineData("33-500")]
    [InlineData("34")]
    [InlineData("36")]
    [InlineData("42a")]
    public async Task GetSessionsAsync_WhatWillNotPass_IsSentOnce(string row)
    {
        Open(row);
        Line.Break();
        await FailAsync();
        Line.Calls.ShouldBe(1);
    }

    [Fact]
    public async Task GetSessionsAsync_SecondTryIsGood_NobodySeesTheFirst()
    {
        Open("1");
        Open(Line.Row with
        {
            Resolve = null,
            Answer = call =>
            {
                Line.Heal();
                return Task.CompletedTask;
            },
        });
        Line.Break();
        (await GetAsync()).Sessions.Count.ShouldBe(3);
        Line.Calls.ShouldBe(2);
    }
}
