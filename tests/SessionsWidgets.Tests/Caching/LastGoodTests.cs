using System.Net;
using System.Net.Http;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;
using SessionsWidgets.TestSupport;

namespace SessionsWidgets.Tests.Caching;

/// <summary>Last good results in a distributed cache, read by a later client.</summary>
public sealed class LastGoodTests
{
    private static readonly Uri Api = new("https://api.example.com");

    private readonly ManualClock _clock = new();
    private readonly MemoryDistributedCache _store = new(Options.Create(new MemoryDistributedCacheOptions()));

    [Fact]
    public async Task GetSessionsAsync_UpstreamFailsInALaterClient_GivesTheLastGoodResult()
    {
        await GetAsync(Responding("a"));
        _clock.Advance(TimeSpan.FromHours(3));
        var page = await GetAsync(Failing());
        page.Sessions.ShouldHaveSingleItem().Id.ShouldBe("a");
        page.IsStale.ShouldBeTrue();
        page.FetchedAt.ShouldBe(_clock.GetUtcNow() - TimeSpan.FromHours(3));
    }

    [Fact]
    public async Task GetSessionsAsync_UpstreamResponds_DoesNotUseTheLastGoodResult()
    {
        await GetAsync(Responding("a"));
        (await GetAsync(Responding("b"))).Sessions.ShouldHaveSingleItem().Id.ShouldBe("b");
        (await GetAsync(Failing())).Sessions.ShouldHaveSingleItem().Id.ShouldBe("b");
    }

    [Fact]
    public async Task GetSessionsAsync_AnotherKey_SharesNothing()
    {
        await GetAsync(Responding("a"));
        await Should.ThrowAsync<ApiException>(() => GetAsync(Failing(), key: "other-key"));
    }

    [Fact]
    public async Task GetSessionsAsync_LastGoodResultTooOld_IsNotShown()
    {
        await GetAsync(Responding("a"));
        _clock.Advance(TimeSpan.FromDays(2));
        await Should.ThrowAsync<ApiException>(() => GetAsync(Failing()));
    }

    [Fact]
    public async Task GetSessionsAsync_StoreFails_ChangesNothing()
    {
        var store = new BrokenStore();
        (await GetAsync(Responding("a"), store)).Sessions.ShouldHaveSingleItem();
        await Should.ThrowAsync<ApiException>(() => GetAsync(Failing(), store));
        store.Calls.ShouldBe(3, "each client looks, and the first one stores");
    }

    private async Task<SessionPage> GetAsync(HttpMessageHandler handler, IDistributedCache? store = null, string key = "the-key")
    {
        await using var client = new SessionsClient(
            new SessionsClientOptions
            {
                ApiBaseUrl = Api, ApiKey = key, HttpHandler = handler, DistributedCache = store
                    ?? _store, KeepsLastGoodOnly = true, TimeProvider = _clock, WaitingClock = _clock,
            });
        return await client.GetBusiness(BusinessType.Venue, "lounge").GetSessionsAsync(new SessionQuery { Limit = 5 });
    }

    private static StubHandler Responding(string id) => new(Sessions.Page(Sessions.Item(id)));

    private static StubHandler Failing() => new((_, _) => Task.FromResult(StubHandler.Json("{}", HttpStatusCode.InternalServerError)));

    private sealed class BrokenStore : IDistributedCache
    {
        public int Calls { get; private set; }

        public byte[]? Get(string key) => throw Failure();

        public Task<byte[]?> GetAsync(string key, CancellationToken token = default) => throw Failure();

        public void Set(string key, byte[] value, DistributedCacheEntryOptions options) => throw Failure();

        public Task SetAsync(string key, byte[] value, DistributedCacheEntryOptions options, CancellationToken token = default) =>
            throw Failure();

        public void Refresh(string key) => throw Failure();

        public Task RefreshAsync(string key, CancellationToken token = default) => throw Failure();

        public void Remove(string key) => throw Failure();

        public Task RemoveAsync(string key, CancellationToken token = default) => throw Failure();

        private IOException Failure()
        {
            Calls++;
            return new IOException("The store is gone.");
        }
    }
}
