using SessionsWidgets.Cli.Watch;
using SessionsWidgets.TestSupport;

namespace SessionsWidgets.Cli.Tests.Watch;

public sealed class QuietPeriodTests : IDisposable
{
    private readonly ManualClock _clock = new();
    private readonly QuietPeriod _quiet;

    public QuietPeriodTests() => _quiet = new QuietPeriod(_clock);

    public void Dispose() => _quiet.Dispose();

    [Fact]
    public void WaitAsync_NothingHappens_Waits()
    {
        _clock.Advance(TimeSpan.FromHours(1));
        _quiet.WaitAsync(Timeout.InfiniteTimeSpan, CancellationToken.None).IsCompleted.ShouldBeFalse();
    }

    [Fact]
    public async Task WaitAsync_ManyChanges_EndsOnceWhenTheyHaveEnded()
    {
        for (var change = 0; change < 5; change++)
        {
            _quiet.Begin();
            _clock.Advance(QuietPeriod.Quiet / 2);
        }

        var wait = _quiet.WaitAsync(Timeout.InfiniteTimeSpan, CancellationToken.None);
        wait.IsCompleted.ShouldBeFalse();
        _clock.Advance(QuietPeriod.Quiet / 2);
        await wait;
        _quiet.WaitAsync(Timeout.InfiniteTimeSpan, CancellationToken.None).IsCompleted.ShouldBeFalse();
    }

    [Fact]
    public async Task WaitAsync_ChangesWithoutEnd_EndsNevertheless()
    {
        var wait = _quiet.WaitAsync(Timeout.InfiniteTimeSpan, CancellationToken.None);
        var start = _clock.GetTimestamp();
        while (_clock.GetElapsedTime(start) < QuietPeriod.MaxDelay)
        {
            wait.IsCompleted.ShouldBeFalse();
            _quiet.Begin();
            _clock.Advance(QuietPeriod.Quiet / 2);
        }

        _quiet.Begin();
        _clock.Advance(TimeSpan.FromMilliseconds(1));
        await wait;
    }
}
