using Microsoft.Extensions.Caching.Distributed;
using SessionsWidgets.TestSupport;
using SessionsWidgets.TestSupport.Redis;

namespace SessionsWidgets.Tests.Caching;

/// <summary>Several clients, as of several servers, on one real Redis.</summary>
public sealed class DistributedStoreTests : IAsyncLifetime
{
    private const string Key = "canary-5e1f";

    private static readonly Uri Api = new("https://api.example.com");

    private readonly RecordingLogger _log = new();
    private readonly List<IDisposable> _owned = [];
    private RedisServer? _redis;

    public async Task InitializeAsync() => _redis = RedisServer.IsInstalled ? await RedisServer.StartAsync() : null;

    public async Task DisposeAsync()
    {
        _owned.ForEach(o => o.Dispose());
        if (_redis is not null) await _redis.DisposeAsync();
    }

    [SkippableFact]
    public async Task GetSessionsAsync_AnotherServerHasTheResponse_DoesNotAskUpstream()
    {
        var upstream = new StubHandler(Sessions.Page(Sessions.Item("one")));
        var (first, store) = Server(upstream);
        await GetAsync(first);
        await StoredAsync(store);
        var (second, _) = Server(upstream);
        (await GetAsync(second)).Sessions.ShouldHaveSingleItem().Id.ShouldBe("one");
        upstream.Requests.ShouldBe(1);
    }

    [SkippableFact]
    public async Task GetSessionsAsync_TwoServersAtOnce_AskUpstreamOnceAWindow()
    {
        // After the lease, the other server asks too: a try that takes longer, on a busy machine, tells nothing.
        for (var limit = 5; ; limit++)
        {
            var upstream = new StubHandler(async (_, cancellationToken) =>
            {
                await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System, cancellationToken);
                return StubHandler.Json(Sessions.Page(Sessions.Item("one")));
            });
            var (first, _) = Server(upstream);
            var (second, _) = Server(upstream);
            var watch = System.Diagnostics.Stopwatch.StartNew();
            var one = GetAsync(first, limit);
            await Eventually.BeTrueAsync(() => upstream.Requests == 1, () => "the first server asks");
            var two = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => GetAsync(second, limit)));
            two.ShouldAllBe(p => p.Sessions.Count == 1);
            await one;
            if (watch.Elapsed > DistributedStore.LeaseLength && limit < 10) continue;
            upstream.Requests.ShouldBe(1);
            return;
        }
    }

    [SkippableFact]
    public async Task GetSessionsAsync_BothServersAreStale_OneOfThemAsks()
    {
        var clock = new ManualClock();
        var upstream = new StubHandler(Sessions.Page(Sessions.Item("one")));
        var (first, store) = Server(upstream, clock);
        var (second, _) = Server(upstream, clock);
        await GetAsync(first);
        await StoredAsync(store);
        await GetAsync(second);
        upstream.Requests.ShouldBe(1);
        for (var window = 2; window < 6; window++)
        {
            // A call to Redis that is still open when the clock advances would end by its time-out.
            await Eventually.BeTrueAsync(() => first.FetchesUnderWay + second.FetchesUnderWay == 0, () => "both are at rest");
            clock.Advance(TimeSpan.FromMinutes(1));
            var stored = LastStored(store);
            await GetAsync(first);
            await Eventually.BeTrueAsync(() => !LastStored(store).AsSpan().SequenceEqual(stored), () => "the first has refreshed");
            // While the first still holds its lease, the second would rest until a later time of the clock, which stands.
            var lease = $"{store.Written.First(w => !w.Key.EndsWith(":lease", StringComparison.Ordinal)).Key}:lease";
            await Eventually.BeTrueAsync(async () => await store.GetAsync(lease) is null, () => "the first has ended its lease");
            await Eventually.BeTrueAsync(async () => !(await GetAsync(second)).IsStale, () => "the second has it");
            upstream.Requests.ShouldBe(window);
        }
    }

    [SkippableTheory]
    [InlineData("")]
    [InlineData("not ours at all")]
    [InlineData("\u0004a later version")]
    public async Task GetSessionsAsync_EntryIsForeign_IsAMiss(string entry)
    {
        var upstream = new StubHandler(Sessions.Page(Sessions.Item("one")));
        var (first, store) = Server(upstream);
        await GetAsync(first);
        await StoredAsync(store);
        var name = store.Written.Select(w => w.Key).Distinct().Single(k => !k.EndsWith(":lease", StringComparison.Ordinal));
        await store.SetAsync(name, System.Text.Encoding.UTF8.GetBytes(entry), new DistributedCacheEntryOptions());
        var (second, _) = Server(upstream);
        (await GetAsync(second)).Sessions.Count.ShouldBe(1);
        upstream.Requests.ShouldBe(2);
    }

    [SkippableFact]
    public async Task GetSessionsAsync_EveryByteOfAnEntryIsDamaged_IsAMissAndNeverAnError()
    {
        var upstream = new StubHandler(Sessions.Page(Sessions.Item("one")));
        var (first, store) = Server(upstream);
        await GetAsync(first);
        await StoredAsync(store);
        var bytes = store.Written.Single(w => w.Value.Length > 100).Value;
        for (var i = 0; i < bytes.Length; i++)
        {
            bytes[i] ^= 0x40;
            PersistedResponse.Read(bytes).ShouldBeNull();
            bytes[i] ^= 0x40;
        }

        PersistedResponse.Read(bytes).ShouldNotBeNull();
    }

    [SkippableFact]
    public async Task GetSessionsAsync_RedisStandsStill_ServesAllTheSame()
    {
        var upstream = new StubHandler(Sessions.Page(Sessions.Item("one")));
        var clock = new ShiftedClock();
        var (client, store) = Server(upstream, clock, new CachePolicy().DistributedCacheTimeout);
        _redis!.Freeze();
        try
        {
            var watch = System.Diagnostics.Stopwatch.StartNew();
            for (var limit = 1; limit <= 20; limit++) (await GetAsync(client, limit)).Sessions.Count.ShouldBe(1);
            watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(2));
        }
        finally
        {
            _redis.Thaw();
        }

        _log.Events.Count(e => e == "distributed_cache.failed").ShouldBe(1);
        // It goes on again, and is used again.
        var next = 21;
        await Eventually.BeTrueAsync(
            async () =>
            {
                clock.Shift(TimeSpan.FromMinutes(6));
                await GetAsync(client, next++);
                return _log.Events.Contains("distributed_cache.recovered");
            },
            () => "it is used again");
        await StoredAsync(store);
    }

    [SkippableFact]
    public async Task RemoveAsync_OfABusiness_ReachesTheOtherServersMemoryThroughRedis()
    {
        var clock = new ManualClock();
        var isDown = false;
        var upstream = new StubHandler((_, _) => Task.FromResult(isDown
            ? StubHandler.Json("{}", System.Net.HttpStatusCode.InternalServerError)
            : StubHandler.Json(Sessions.Page(Sessions.Item("one")))));
        var (first, _) = Server(upstream, clock);
        var (second, _) = Server(upstream, clock);
        await GetAsync(first);
        await Eventually.BeTrueAsync(() => first.FetchesUnderWay == 0, () => "it is stored");
        await GetAsync(second);
        upstream.Requests.ShouldBe(1);
        isDown = true;
        await first.RemoveAsync(first.GetBusiness(BusinessType.Venue, "lounge"));
        (await GetAsync(second)).Sessions.ShouldHaveSingleItem("it is fresh there");
        clock.Advance(TimeSpan.FromMinutes(20));
        await Should.ThrowAsync<ApiException>(() => GetAsync(second));
    }

    [SkippableFact]
    public async Task GetSessionsAsync_RedisIsDead_ServesAllTheSame()
    {
        var upstream = new StubHandler(Sessions.Page(Sessions.Item("one")));
        var (client, _) = Server(upstream, timeout: new CachePolicy().DistributedCacheTimeout);
        await _redis!.DisposeAsync();
        _redis = null;
        (await GetAsync(client)).Sessions.Count.ShouldBe(1);
        (await GetAsync(client, 6)).Sessions.Count.ShouldBe(1);
    }

    /// <summary>A new server, and a first connection to Redis that takes longer than calls may.</summary>
    [SkippableTheory]
    [InlineData(300, false)]
    [InlineData(300, true)]
    [InlineData(600, false)]
    public async Task GetSessionsAsync_ConnectingTakesLong_IsWaitedForAndIsNoFailure(int milliseconds, bool isDown)
    {
        var upstream = new StubHandler((_, _) => Task.FromResult(isDown
            ? StubHandler.Json("{}", System.Net.HttpStatusCode.InternalServerError)
            : StubHandler.Json(Sessions.Page(Sessions.Item("two")))));
        var (first, store) = Server(new StubHandler(Sessions.Page(Sessions.Item("one"))));
        await GetAsync(first);
        await StoredAsync(store);
        await using var slow = new SlowRedis(_redis!, TimeSpan.FromMilliseconds(milliseconds));
        using var cache = slow.CreateCache();
        await using var second = NewServer(cache, upstream);
        (await GetAsync(second)).Sessions.ShouldHaveSingleItem().Id.ShouldBe("one");
        upstream.Requests.ShouldBe(0);
        _log.Events.ShouldNotContain("distributed_cache.failed");
    }

    [SkippableFact]
    public async Task GetSessionsAsync_ConnectingTakesVeryLong_IsUsedAsSoonAsThereIsAConnection()
    {
        var (first, store) = Server(new StubHandler(Sessions.Page(Sessions.Item("one"))));
        await GetAsync(first);
        await StoredAsync(store);
        var upstream = new StubHandler(Sessions.Page(Sessions.Item("two")));
        await using var slow = new SlowRedis(_redis!, Timeout.InfiniteTimeSpan);
        using var cache = slow.CreateCache();
        await using var second = NewServer(cache, upstream);
        // It never connects: whoever waited for it would wait for ever.
        var page = await GetAsync(second, 6).WaitAsync(TimeSpan.FromMinutes(1));
        page.Sessions.ShouldHaveSingleItem().Id.ShouldBe("two");
        _log.Events.ShouldContain("distributed_cache.failed");

        slow.LetThrough();
        await Eventually.BeTrueAsync(() => _log.Events.Contains("distributed_cache.recovered"), () => "it is connected");
        (await GetAsync(second)).Sessions.ShouldHaveSingleItem().Id.ShouldBe("one");
        upstream.Requests.ShouldBe(1);
    }

    [SkippableFact]
    public async Task GetSessionsAsync_Stored_HasNoKeyInIt()
    {
        var (client, store) = Server(new StubHandler(Sessions.Page(Sessions.Item("one"))));
        await GetAsync(client);
        await StoredAsync(store);
        foreach (var (name, value) in store.Written)
        {
            name.ShouldNotContain(Key);
            System.Text.Encoding.Latin1.GetString(value).ShouldNotContain(Key);
        }
    }

    [SkippableFact]
    public async Task GetSessionsAsync_OtherKey_DoesNotGetTheResponse()
    {
        var upstream = new StubHandler(Sessions.Page(Sessions.Item("one")));
        var (first, store) = Server(upstream);
        await GetAsync(first);
        await StoredAsync(store);
        var (second, _) = Server(upstream);
        await second.GetBusiness(new BusinessOptions { BusinessId = "lounge", ApiKey = "another-key" })
            .GetSessionsAsync(new SessionQuery { Limit = 5 });
        upstream.Requests.ShouldBe(2);
    }

    private static Task<SessionPage> GetAsync(SessionsClient client, int limit = 5) =>
        client.GetBusiness(BusinessType.Venue, "lounge").GetSessionsAsync(new SessionQuery { Limit = limit });

    /// <summary>A server with the time-out of calls that hosts have.</summary>
    private SessionsClient NewServer(IDistributedCache cache, StubHandler upstream) => new(new SessionsClientOptions
    {
        ApiBaseUrl = Api, ApiKey = Key, HttpHandler = upstream, DistributedCache = cache, LoggerFactory = _log,
    });

    private static Task StoredAsync(SharedStore store) =>
        Eventually.BeTrueAsync(() => store.Written.Any(w => w.Value.Length > 100), () => "it is stored");

    private static byte[] LastStored(SharedStore store) => store.Written.Last(w => w.Value.Length > 100).Value;

    private (SessionsClient Client, SharedStore Store) Server(StubHandler upstream, TimeProvider? clock = null, TimeSpan? timeout = null)
    {
        Skip.If(_redis is null, "There is no redis-server on this machine.");
        var redis = _redis!.CreateCache();
        var store = new SharedStore(redis);
        var client = new SessionsClient(new SessionsClientOptions
        {
            ApiBaseUrl = Api,
            ApiKey = Key,
            HttpHandler = upstream,
            DistributedCache = store,
            // A busy machine is not what these tests are about.
            Cache = new CachePolicy { DistributedCacheTimeout = timeout ?? TimeSpan.FromSeconds(5) },
            TimeProvider = clock ?? TimeProvider.System,
            WaitingClock = clock ?? TimeProvider.System,
            LoggerFactory = _log,
        });
        _owned.Add(client);
        _owned.Add(redis);
        return (client, store);
    }
}
