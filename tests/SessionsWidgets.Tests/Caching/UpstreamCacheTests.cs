using System.Collections.Concurrent;
using Microsoft.Extensions.Logging.Abstractions;
using SessionsWidgets.TestSupport;

namespace SessionsWidgets.Tests.Caching;

public sealed class UpstreamCacheTests : IDisposable
{
    private static readonly TimeSpan MaxWait = TimeSpan.FromSeconds(2);

    private readonly ManualClock _clock = new();
    private readonly Upstream _upstream = new();
    private readonly CachePolicy _policy = new();
    private readonly UpstreamCache _cache;

    public UpstreamCacheTests() => _cache = new UpstreamCache(_policy, new Clocks(_clock, _clock), NullLogger.Instance);

    public void Dispose() => _cache.Dispose();

    [Fact]
    public async Task GetAsync_Cold_FetchesOnceAndServesFresh()
    {
        _upstream.Returns("one");
        (await GetAsync()).Value.ShouldBe("one");
        var again = await GetAsync();
        again.Value.ShouldBe("one");
        again.IsStale.ShouldBeFalse();
        again.FreshUntil.ShouldBe(_clock.GetUtcNow() + _policy.FreshFor);
        _upstream.Calls.ShouldBe(1);
    }

    [Fact]
    public async Task GetAsync_ThousandCallersOfAColdKey_MakeOneCall()
    {
        var result = _upstream.Hangs();
        var callers = Enumerable.Range(0, 1000).Select(_ => Task.Run(async () => await GetAsync())).ToArray();
        await _upstream.Called(1);
        result.SetResult("one");
        foreach (var caller in callers) (await caller).Value.ShouldBe("one");
        _upstream.Calls.ShouldBe(1);
    }

    [Fact]
    public async Task GetAsync_StaleWithinRevalidation_ServesAtOnceAndRefreshesBehind()
    {
        _upstream.Returns("one");
        await GetAsync();
        _clock.Advance(_policy.FreshFor);
        var refresh = _upstream.Hangs();
        var asked = GetAsync();
        asked.IsCompleted.ShouldBeTrue();
        var stale = await asked;
        stale.IsStale.ShouldBeTrue();
        stale.Value.ShouldBe("one");
        await _upstream.Called(2);
        refresh.SetResult("two");
        (await UntilAsync(a => a.Value == "two")).IsStale.ShouldBeFalse();
    }

    [Fact]
    public async Task GetAsync_PastRevalidation_WaitsForTheRefresh()
    {
        _upstream.Returns("one");
        await GetAsync();
        _clock.Advance(_policy.FreshFor + _policy.StaleWhileRevalidate);
        _upstream.Returns("two");
        var result = await GetAsync();
        result.Value.ShouldBe("two");
        result.IsStale.ShouldBeFalse();
    }

    [Fact]
    public async Task GetAsync_PastRevalidationAndUpstreamHangs_ServesStaleAfterTheSoftTimeout()
    {
        _upstream.Returns("one");
        await GetAsync();
        _clock.Advance(_policy.FreshFor + _policy.StaleWhileRevalidate);
        _upstream.Hangs();
        var result = GetAsync().AsTask();
        await _upstream.Called(2);
        result.IsCompleted.ShouldBeFalse();
        _clock.Advance(_policy.SoftTimeout);
        (await result).Value.ShouldBe("one");
        (await result).IsStale.ShouldBeTrue();
    }

    [Fact]
    public async Task GetAsync_ColdAndUpstreamHangs_ReturnsAfterMaxWaitWhileTheFetchGoesOn()
    {
        var fetch = _upstream.Hangs();
        var result = GetAsync().AsTask();
        await _upstream.Called(1);
        _clock.Advance(MaxWait);
        (await result).Value.ShouldBeNull();
        (await result).Failure.ShouldBeNull();
        fetch.SetResult("late");
        (await UntilAsync(a => a.Value is not null)).Value.ShouldBe("late");
        _upstream.Calls.ShouldBe(1);
    }

    [Fact]
    public async Task GetAsync_ColdAndFailing_LeavesUpstreamAloneForAWindow()
    {
        _upstream.Fails();
        (await GetAsync()).Failure.ShouldNotBeNull();
        for (var i = 0; i < 100; i++) (await GetAsync()).Value.ShouldBeNull();
        _upstream.Calls.ShouldBe(1);
        _clock.Advance(TimeSpan.FromSeconds(6));
        _upstream.Returns("back");
        (await GetAsync()).Value.ShouldBe("back");
    }

    [Fact]
    public async Task GetAsync_FailingAgainAndAgain_DoublesTheWindowUpToItsLongest()
    {
        _upstream.Fails();
        var calls = new List<DateTimeOffset>();
        for (var i = 0; i < 20 * 60; i++)
        {
            var before = _upstream.Calls;
            await GetAsync();
            if (_upstream.Calls > before) calls.Add(_clock.GetUtcNow());
            _clock.Advance(TimeSpan.FromSeconds(1));
        }

        var gaps = calls.Zip(calls.Skip(1), (a, b) => (b - a).TotalSeconds).ToList();
        gaps[0].ShouldBeInRange(4, 7);
        gaps[1].ShouldBeInRange(8, 13);
        gaps[^1].ShouldBeInRange(240, 361);
    }

    [Fact]
    public async Task GetAsync_RefreshFails_KeepsTheLastGoodValueAndSaysWhy()
    {
        _upstream.Returns("one");
        await GetAsync();
        _clock.Advance(_policy.FreshFor + _policy.StaleWhileRevalidate);
        _upstream.Fails();
        var stale = await GetAsync();
        stale.Value.ShouldBe("one");
        stale.IsStale.ShouldBeTrue();
        stale.Failure!.Failure.ShouldBe(ApiFailure.Unreachable);
    }

    [Fact]
    public async Task GetAsync_LastGoodValueTooOld_IsNotShown()
    {
        _upstream.Returns("one");
        await GetAsync();
        _clock.Advance(_policy.FreshFor + _policy.StaleIfError);
        _upstream.Fails();
        (await GetAsync()).Value.ShouldBeNull();
    }

    [Fact]
    public async Task GetAsync_UpstreamAsksToWait_WaitsThatLong()
    {
        _upstream.Fails(TimeSpan.FromMinutes(7));
        await GetAsync();
        _clock.Advance(TimeSpan.FromMinutes(7) - TimeSpan.FromSeconds(1));
        await GetAsync();
        _upstream.Calls.ShouldBe(1);
        _clock.Advance(TimeSpan.FromSeconds(1));
        await GetAsync();
        _upstream.Calls.ShouldBe(2);
    }

    [Fact]
    public async Task GetAsync_FirstVisitorLeaves_TheFetchGoesOnForTheOthers()
    {
        var fetch = _upstream.Hangs();
        using var leaving = new CancellationTokenSource();
        var first = GetAsync(leaving.Token).AsTask();
        var second = GetAsync().AsTask();
        await _upstream.Called(1);
        await leaving.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(first);
        fetch.SetResult("one");
        (await second).Value.ShouldBe("one");
        _upstream.Calls.ShouldBe(1);
    }

    [Fact]
    public async Task GetAsync_FullCache_MakesRoomForWhatIsNew()
    {
        using var small = new UpstreamCache(new CachePolicy { MaxBytes = 64 * 1024 }, new Clocks(_clock, _clock), NullLogger.Instance);
        for (var i = 0; i < 500; i++)
        {
            var key = $"key {i}";
            // Time passes, so that it is known which entry was used last.
            _clock.Advance(TimeSpan.FromMilliseconds(1));
            var first = await small.GetAsync(key, FetchAsync, MaxWait, default);
            var calls = _fetched.Count;
            (await small.GetAsync(key, FetchAsync, MaxWait, default)).Value.ShouldBe(first.Value);
            _fetched.Count.ShouldBe(calls, "what was just fetched must be there");
        }
    }

    [Fact]
    public async Task GetAsync_FullCache_KeepsWhatIsAskedForOften()
    {
        using var small =
            new UpstreamCache(
                new CachePolicy { MaxBytes = 256 * 1024, FreshFor = TimeSpan.FromHours(1) },
                new Clocks(_clock, _clock),
                NullLogger.Instance);
        string[] hot = ["hot 1", "hot 2", "hot 3", "hot 4", "hot 5"];
        for (var i = 0; i < 2000; i++)
        {
            foreach (var key in hot) await small.GetAsync(key, FetchAsync, MaxWait, default);
            await small.GetAsync($"cold {i}", FetchAsync, MaxWait, default);
            _clock.Advance(TimeSpan.FromMilliseconds(1));
        }

        _fetched.Count(k => k.StartsWith("hot", StringComparison.Ordinal)).ShouldBe(hot.Length);
    }

    [Fact]
    public void Put_EntryLargerThanTheCache_IsCounted()
    {
        var store = new BoundedMemoryStore<CacheEntry>(64 * 1024, Telemetry.Rejected);
        store.Set(
            "key",
            new CacheEntry(
                "value", 100 * 1024, _clock.GetUtcNow()) { FreshUntil = DateTimeOffset.MaxValue, ExpiresAt = DateTimeOffset.MaxValue },
            DateTimeOffset.MaxValue,
            _clock.GetUtcNow());
        store.Get("key", _clock.GetUtcNow()).ShouldBeNull();
        store.Rejected.ShouldBe(1);
    }

    private readonly ConcurrentQueue<string> _fetched = new();

    private Task<FetchResult<string>> FetchAsync(string key, CancellationToken cancellationToken)
    {
        _fetched.Enqueue(key);
        return Task.FromResult(new FetchResult<string>(key, 2000));
    }

    private ValueTask<CacheResult<string>> GetAsync(CancellationToken cancellationToken = default) =>
        _cache.GetAsync("key", _upstream.FetchAsync, MaxWait, cancellationToken);

    /// <summary>Asks until the refresh behind has landed; every round lets other work run first.</summary>
    private async Task<CacheResult<string>> UntilAsync(Func<CacheResult<string>, bool> isThere)
    {
        while (true)
        {
            var result = await GetAsync();
            if (isThere(result)) return result;
            await Task.Yield();
        }
    }

    private sealed class Upstream
    {
        private readonly System.Threading.Channels.Channel<bool> _called = System.Threading.Channels.Channel.CreateUnbounded<bool>();
        private Func<Task<string>> _next = () => Task.FromResult("");
        private int _calls;
        private int _seen;

        public int Calls => Volatile.Read(ref _calls);

        public void Returns(string value) => _next = () => Task.FromResult(value);

        public void Fails(TimeSpan? retryAfter = null) => _next = () =>
            Task.FromException<string>(
                new ApiException(ApiFailure.Unreachable, new Uri("https://api.example.com/"), "no connection.", null, retryAfter));

        public TaskCompletionSource<string> Hangs()
        {
            var result = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
            _next = () => result.Task;
            return result;
        }

        public async Task Called(int times)
        {
            for (; _seen < times; _seen++) await _called.Reader.ReadAsync();
        }

        public async Task<FetchResult<string>> FetchAsync(string key, CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref _calls);
            _called.Writer.TryWrite(true);
            return new FetchResult<string>(await _next().WaitAsync(cancellationToken), 10);
        }
    }
}
