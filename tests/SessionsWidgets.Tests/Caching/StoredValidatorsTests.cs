using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Caching.Distributed;
using SessionsWidgets.TestSupport;

namespace SessionsWidgets.Tests.Caching;

/// <summary>Validators that were stored before and cannot be sent: the request is made without them.</summary>
public sealed class StoredValidatorsTests
{
    private readonly ManualClock _clock = new();
    private readonly SharedStore _store = new();
    private readonly List<string> _asked = [];

    [Theory]
    [InlineData(true, "\"\u00e9\"")]
    [InlineData(false, "\"\u00e9\"")]
    [InlineData(true, "\"\r\n\"")]
    [InlineData(false, "*   ")]
    [InlineData(false, "none")]
    public async Task GetSessionsAsync_StoredTagCannotBeSent_AsksWithoutIt(bool keepsLastGoodOnly, string tag)
    {
        await GetAsync("one", keepsLastGoodOnly);
        foreach (var (key, value) in _store.Written.Where(w => w.Value.Length > 100).ToList())
            await _store.SetAsync(key, WithTag(value, tag), new DistributedCacheEntryOptions());
        _clock.Advance(TimeSpan.FromHours(3));
        (await GetAsync("two", keepsLastGoodOnly)).Sessions.ShouldHaveSingleItem().Id.ShouldBe("two");
        _asked.ShouldBe(["", ""]);
    }

    [Fact]
    public async Task GetSessionsAsync_StoredTagCanBeSent_AsksWithIt()
    {
        await GetAsync("one", keepsLastGoodOnly: true);
        _clock.Advance(TimeSpan.FromHours(3));
        await GetAsync("two", keepsLastGoodOnly: true);
        _asked.ShouldBe(["", "\"v1\""]);
    }

    /// <summary>A stored response with another tag of the same length, as if it had been stored with that.</summary>
    private static byte[] WithTag(byte[] stored, string tag)
    {
        var (bytes, at) = (stored.ToArray(), stored.AsSpan().IndexOf("\"v1\""u8));
        Encoding.UTF8.GetBytes(tag, bytes.AsSpan(at, 4)).ShouldBe(4);
        SHA256.HashData(bytes.AsSpan(1 + SHA256.HashSizeInBytes), bytes.AsSpan(1, SHA256.HashSizeInBytes));
        PersistedResponse.Read(bytes).ShouldNotBeNull().Validators.ShouldBeNull();
        return bytes;
    }

    private async Task<SessionPage> GetAsync(string id, bool keepsLastGoodOnly)
    {
        var upstream = new StubHandler((request, _) =>
        {
            _asked.Add(request.Headers.NonValidated.TryGetValues("If-None-Match", out var tag) ? $"{tag}" : "");
            var response = StubHandler.Json(Sessions.Page(Sessions.Item(id)));
            response.Headers.TryAddWithoutValidation("ETag", "\"v1\"");
            return Task.FromResult(response);
        });
        await using var client = new SessionsClient(new SessionsClientOptions
        {
            ApiBaseUrl = new Uri("https://api.example.com"), HttpHandler = upstream,
            TimeProvider = _clock, WaitingClock = _clock, DistributedCache = _store,
            KeepsLastGoodOnly = keepsLastGoodOnly,
        });
        var lounge = client.GetBusiness(BusinessType.Venue, "lounge");
        await new WidgetRenderer(client).RenderAsync(
            lounge, new RecentSmokes { Limit = 5 }, new RenderRequest { MaxWait = Timeout.InfiniteTimeSpan });
        return await lounge.GetSessionsAsync(new SessionQuery { Limit = 5 });
    }
}
