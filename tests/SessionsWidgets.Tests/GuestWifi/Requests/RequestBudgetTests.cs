using System.Threading.RateLimiting;
using SessionsWidgets.TestSupport;

namespace SessionsWidgets.Tests.GuestWifi.Requests;

public class RequestBudgetTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly ManualClock _clock = new();

    [Fact]
    public void Acquire_BeyondTheBudget_IsRefusedWithTheTimeToWait()
    {
        using var budget = Create();
        for (var i = 0; i < 3; i++) budget.AttemptAcquire().Dispose();
        _clock.Advance(TimeSpan.FromSeconds(20));
        using var refused = budget.AttemptAcquire();
        refused.IsAcquired.ShouldBeFalse();
        refused.TryGetMetadata(MetadataName.RetryAfter, out var wait).ShouldBeTrue();
        wait.ShouldBe(TimeSpan.FromSeconds(40));
        _clock.Advance(TimeSpan.FromSeconds(40));
        budget.AttemptAcquire().IsAcquired.ShouldBeTrue();
    }

    [Fact]
    public void Acquire_WhileRequestsAreOnTheirWay_CountsThemUntilAMinuteAfterTheirResponse()
    {
        using var budget = Create();
        var slow = budget.AttemptAcquire();
        _clock.Advance(Minute * 2);
        // Sent two minutes ago, and upstream may see it only now.
        slow.Dispose();
        for (var i = 0; i < 2; i++) budget.AttemptAcquire().Dispose();
        budget.AttemptAcquire().IsAcquired.ShouldBeFalse();
        _clock.Advance(Minute);
        budget.AttemptAcquire().IsAcquired.ShouldBeTrue();
    }

    [Fact]
    public async Task Acquire_RoomWithinMaxWait_Waits()
    {
        using var budget = Create(maxWait: TimeSpan.FromSeconds(30));
        for (var i = 0; i < 3; i++) budget.AttemptAcquire().Dispose();
        _clock.Advance(TimeSpan.FromSeconds(40));
        var waiting = budget.AcquireAsync().AsTask();
        waiting.IsCompleted.ShouldBeFalse();
        _clock.Advance(TimeSpan.FromSeconds(20));
        (await waiting).IsAcquired.ShouldBeTrue();
    }

    [Fact]
    public async Task Acquire_RoomBeyondMaxWait_IsRefusedAtOnce()
    {
        using var budget = Create(maxWait: TimeSpan.FromSeconds(5));
        for (var i = 0; i < 3; i++) budget.AttemptAcquire().Dispose();
        (await budget.AcquireAsync()).IsAcquired.ShouldBeFalse();
        _clock.Timers.ShouldBe(0);
    }

    [Fact]
    public async Task Acquire_ClockOfTheWindowStands_IsRefusedAfterMaxWait()
    {
        var waiting = new ManualClock();
        using var budget = new RequestBudget(1, Minute, Minute, new Clocks(_clock, waiting));
        budget.AttemptAcquire().Dispose();
        var lease = budget.AcquireAsync().AsTask();
        lease.IsCompleted.ShouldBeFalse();
        waiting.Advance(Minute);
        (await lease).IsAcquired.ShouldBeFalse();
    }

    [Fact]
    public void TimeUntilRoom_ForSeveral_IsWhenTheLastOfThemFits()
    {
        using var budget = Create();
        budget.AttemptAcquire().Dispose();
        _clock.Advance(TimeSpan.FromSeconds(10));
        budget.AttemptAcquire().Dispose();
        budget.TimeUntilRoom(1).ShouldBe(TimeSpan.Zero);
        budget.TimeUntilRoom(2).ShouldBe(TimeSpan.FromSeconds(50));
        budget.TimeUntilRoom(3).ShouldBe(Minute);
    }

    [Fact]
    public async Task Acquire_ByManyAtOnce_NeverLetsMoreOut()
    {
        using var budget = Create(most: 60);
        var taken = 0;
        await Parallel.ForEachAsync(Enumerable.Range(0, 500), async (_, token) =>
        {
            using var lease = await budget.AcquireAsync(1, token);
            if (lease.IsAcquired) Interlocked.Increment(ref taken);
        });
        taken.ShouldBe(60);
    }

    private RequestBudget Create(int most = 3, TimeSpan? maxWait = null) =>
        new(most, Minute, maxWait ?? TimeSpan.Zero, new Clocks(_clock, _clock));
}
