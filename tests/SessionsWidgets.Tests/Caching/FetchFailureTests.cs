using SessionsWidgets.TestSupport;

namespace SessionsWidgets.Tests.Caching;

/// <summary>Any exception of a fetch is a failure: logged once, retried after a back-off, and the last good result stays.</summary>
public sealed class FetchFailureTests : IDisposable
{
    private const string Text = "secret-7d1f0c3e";

    private readonly ManualClock _clock = new();
    private readonly RecordingLogger _log = new();
    private readonly CachePolicy _policy = new();
    private readonly UpstreamCache _cache;
    private Func<string> _fetch = () => "one";
    private int _calls;

    public FetchFailureTests() => _cache = new UpstreamCache(_policy, new Clocks(_clock, _clock), _log.CreateLogger("SessionsWidgets"));

    public static TheoryData<Type> Exceptions =>
    [
        typeof(InvalidOperationException), typeof(NullReferenceException), typeof(OperationCanceledException),
        typeof(TaskCanceledException),
        typeof(TimeoutException), typeof(ObjectDisposedException), typeof(IOException), typeof(FormatException), typeof(PayloadException),
    ];

    public void Dispose()
    {
        _cache.Dispose();
        _log.Dispose();
    }

    [Theory]
    [MemberData(nameof(Exceptions))]
    public async Task GetAsync_FetchThrowsWhateverAndNothingIsThere_FailsAndBacksOff(Type exception)
    {
        Break(exception);
        for (var i = 0; i < 3; i++) CheckFailure((await GetAsync()).Failure, exception);
        CheckLogged();

        _clock.Advance(TimeSpan.FromSeconds(7));
        CheckFailure((await GetAsync()).Failure, exception);
        _calls.ShouldBe(2);
        CheckLogged();
    }

    [Theory]
    [MemberData(nameof(Exceptions))]
    public async Task GetAsync_FetchThrowsWhateverAndThereIsALastGoodResult_GivesIt(Type exception)
    {
        await GetAsync();
        _clock.Advance(_policy.FreshFor + _policy.StaleWhileRevalidate);
        Break(exception);
        for (var i = 0; i < 3; i++)
        {
            var result = await GetAsync();
            (result.Value, result.IsStale).ShouldBe(("one", true));
            CheckFailure(result.Failure, exception);
        }

        _calls.ShouldBe(2);
        CheckLogged();
        _fetch = () => "two";
        _clock.Advance(TimeSpan.FromSeconds(7));
        (await GetAsync()).Value.ShouldBe("two");
        _log.Events.ShouldBe(["upstream.failed", "upstream.recovered"]);
    }

    [Fact]
    public async Task RefreshAsync_FetchThrows_KeepsTheResultAndBacksOff()
    {
        await GetAsync();
        Break(typeof(InvalidOperationException));
        for (var i = 0; i < 3; i++) (await _cache.RefreshAsync("key", Source, CancellationToken.None)).Value.ShouldBe("one");
        _calls.ShouldBe(2);
        CheckLogged();
    }

    [Fact]
    public async Task GetAsync_Disposed_IsNoFailure()
    {
        var source = new FetchSource<string, string>(async (_, stopped) =>
        {
            _calls++;
            await Task.Delay(Timeout.InfiniteTimeSpan, _clock, stopped);
            return default;
        });
        var asked = _cache.GetAsync("key", source, Timeout.InfiniteTimeSpan, false, CancellationToken.None).AsTask();
        await Eventually.BeTrueAsync(() => Volatile.Read(ref _calls) == 1, () => "the fetch is under way");
        _cache.Dispose();
        await Should.ThrowAsync<OperationCanceledException>(() => asked);
        _log.Events.ShouldBeEmpty();
    }

    private FetchSource<string, string> Source => new((_, _) =>
    {
        _calls++;
        return Task.FromResult(new FetchResult<string>(_fetch(), 10));
    });

    private void Break(Type exception) => _fetch = () => throw (Exception)Activator.CreateInstance(exception, Text)!;

    private ValueTask<CacheResult<string>> GetAsync() =>
        _cache.GetAsync("key", Source, Timeout.InfiniteTimeSpan, false, CancellationToken.None);

    private static void CheckFailure(ApiException? failure, Type exception)
    {
        failure.ShouldNotBeNull().Message.ShouldBe($"GET https://api.example.com/sessions: the fetch failed ({exception.Name}).");
        failure.Failure.ShouldBe(ApiFailure.Unreachable);
    }

    private void CheckLogged()
    {
        _log.Events.ShouldBe(["upstream.failed"]);
        foreach (var (_, _, text) in _log.Entries) text.ShouldNotContain(Text);
    }
}
