using SessionsWidgets.TestSupport;

namespace SessionsWidgets.Tests.Http;

public class TokenBucketLimiterTests
{
    private readonly ManualClock _clock = new();

    [Fact]
    public void Take_MoreThanAMinutesWorth_WaitsForWhatIsMissing()
    {
        var buckets = new TokenBucketLimiter(60, _clock);
        for (var i = 0; i < 60; i++) buckets.Take("a", 1, out _).ShouldBe(TimeSpan.Zero);
        buckets.Take("a", 1, out var isFirst).ShouldBe(TimeSpan.FromSeconds(1));
        isFirst.ShouldBeTrue();
        buckets.Take("a", 3, out isFirst).ShouldBe(TimeSpan.FromSeconds(3));
        isFirst.ShouldBeFalse();
        buckets.Take("b", 1, out _).ShouldBe(TimeSpan.Zero);
        _clock.Advance(TimeSpan.FromSeconds(2));
        buckets.Take("a", 2, out _).ShouldBe(TimeSpan.Zero);
        buckets.Take("a", 1, out _).ShouldBe(TimeSpan.FromSeconds(1));
    }

    [Fact]
    public void Take_OverAnHour_NeverGivesMoreThanTwoMinutesWorthInAMinute()
    {
        var buckets = new TokenBucketLimiter(60, _clock);
        var taken = new List<int>();
        for (var second = 0; second < 3600; second++)
        {
            var count = 0;
            while (buckets.Take("a", 1, out _) == TimeSpan.Zero) count++;
            taken.Add(count);
            _clock.Advance(TimeSpan.FromSeconds(1));
        }

        Enumerable.Range(0, 3540).Max(start => taken.Skip(start).Take(60).Sum()).ShouldBeLessThanOrEqualTo(120);
        taken.Sum().ShouldBeInRange(3600, 3660);
    }

    [Fact]
    public void Take_MoreThanABucketHolds_IsAFullBucket()
    {
        var buckets = new TokenBucketLimiter(5, _clock);
        buckets.Take("a", 10, out _).ShouldBe(TimeSpan.Zero);
        buckets.Take("a", 10, out _).ShouldBe(TimeSpan.FromMinutes(1));
    }

    [Fact]
    public void Take_FullAgain_ReportsTheNextRefusal()
    {
        var buckets = new TokenBucketLimiter(2, _clock);
        for (var round = 0; round < 3; round++)
        {
            buckets.Take("a", 2, out _).ShouldBe(TimeSpan.Zero);
            buckets.Take("a", 1, out var isFirst);
            isFirst.ShouldBeTrue();
            _clock.Advance(TimeSpan.FromMinutes(1));
        }
    }

    [Fact]
    public void Take_ManyBuckets_AreTrackedWhileTheyAreNotFull()
    {
        var buckets = new TokenBucketLimiter(60, _clock);
        for (var i = 0; i < 20_000; i++) buckets.Take($"{i}", 60, out _).ShouldBe(TimeSpan.Zero);
        _clock.Advance(TimeSpan.FromSeconds(30));
        for (var i = 0; i < 20_000; i++) buckets.Take($"{i}", 60, out _).ShouldBe(TimeSpan.FromSeconds(30));
        buckets.Tracked.ShouldBe(20_000);
        // Whoever is used stays, over any number of generations.
        for (var minute = 0; minute < 5; minute++)
        {
            _clock.Advance(TimeSpan.FromMinutes(1));
            buckets.Take("0", 60, out _).ShouldBe(TimeSpan.Zero);
            buckets.Take("0", 1, out _).ShouldBe(TimeSpan.FromSeconds(1));
        }

        buckets.Tracked.ShouldBeLessThanOrEqualTo(2);
    }

    [Fact]
    public async Task Take_ManyThreadsAndGenerations_NeverGivesMoreThanABucket()
    {
        var buckets = new TokenBucketLimiter(100, _clock);
        for (var minute = 0; minute < 20; minute++)
        {
            var taken = 0;
            await Parallel.ForAsync(0, 1000, (_, _) =>
            {
                if (buckets.Take("a", 1, out var isFirst) == TimeSpan.Zero) Interlocked.Increment(ref taken);
                return ValueTask.CompletedTask;
            });
            taken.ShouldBe(100);
            _clock.Advance(TimeSpan.FromMinutes(1));
        }
    }

    [Fact]
    public void Owe_MoreThanThereIs_IsPaidBackOverTimeAndNeverMoreThanABucket()
    {
        var buckets = new TokenBucketLimiter(60, _clock);
        buckets.Take("a", 50, out _).ShouldBe(TimeSpan.Zero);
        buckets.Owe("a", 30);
        buckets.Take("a", 1, out _).ShouldBe(TimeSpan.FromSeconds(21));
        buckets.Take("b", 60, out _).ShouldBe(TimeSpan.Zero);
        buckets.Owe("a", 1000);
        buckets.Take("a", 1, out _).ShouldBe(TimeSpan.FromSeconds(61));
        _clock.Advance(TimeSpan.FromSeconds(61));
        buckets.Take("a", 1, out _).ShouldBe(TimeSpan.Zero);
    }
}
