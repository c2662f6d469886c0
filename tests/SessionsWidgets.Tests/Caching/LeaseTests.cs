using SessionsWidgets.TestSupport;

namespace SessionsWidgets.Tests.Caching;

/// <summary>Which of two servers that share a distributed cache asks upstream.</summary>
public sealed class LeaseTests : IAsyncLifetime
{
    private readonly ManualClock _clock = new();
    private readonly SharedStore _shared = new();
    private readonly StubHandler _upstream = new(Sessions.Page(Sessions.Item("one")));
    private readonly List<SessionsClient> _clients = [];

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        foreach (var client in _clients) await client.DisposeAsync();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task GetSessionsAsync_OtherServerStoresBetweenReadAndLease_DoesNotAskUpstreamAgain(bool isStale)
    {
        var first = Server(_shared);
        var between = new SharedStore(_shared);
        var second = Server(between);
        if (isStale)
        {
            await GetAsync(first);
            await GetAsync(second);
            _clock.Advance(TimeSpan.FromMinutes(1));
        }

        var before = _upstream.Requests;
        var isDone = false;
        between.BeforeRead = async key =>
        {
            // The second has found nothing new, and is about to see whether another server is asking.
            if (isDone || !key.EndsWith(":lease", StringComparison.Ordinal)) return;
            isDone = true;
            await GetAsync(first);
        };
        await GetAsync(second);
        isDone.ShouldBeTrue();
        _upstream.Requests.ShouldBe(before + 1);
        (await GetAsync(second)).IsStale.ShouldBeFalse();
        // The lease is free: whoever comes next need not wait for it.
        between.BeforeRead = _ => Task.CompletedTask;
        _clock.Advance(TimeSpan.FromMinutes(1));
        await GetAsync(first);
        _upstream.Requests.ShouldBe(before + 2);
    }

    /// <summary>Gets the sessions, and waits until what was begun for it is done.</summary>
    private static async Task<SessionPage> GetAsync(SessionsClient client)
    {
        var page = await client.GetBusiness(BusinessType.Venue, "lounge").GetSessionsAsync(new SessionQuery { Limit = 5 });
        await Eventually.BeTrueAsync(() => client.FetchesUnderWay == 0, () => "all is stored");
        return page;
    }

    private SessionsClient Server(SharedStore store)
    {
        var client = new SessionsClient(new SessionsClientOptions
        {
            ApiBaseUrl = new Uri("https://api.example.com"),
            HttpHandler = _upstream,
            TimeProvider = _clock,
            DistributedCache = store,
            // A busy machine is not what these tests are about.
            Cache = new CachePolicy { DistributedCacheTimeout = TimeSpan.FromSeconds(5) },
        });
        _clients.Add(client);
        return client;
    }
}
