using Microsoft.Extensions.Logging;
using SessionsWidgets.TestSupport;

namespace SessionsWidgets.Tests.Caching;

/// <summary>What is logged of a host that several queries cannot reach.</summary>
public sealed class UnreachableHostTests : IAsyncDisposable
{
    private readonly ManualClock _clock = new();
    private readonly RecordingLogger _log = new();
    private readonly SessionsClient _client;
    private Func<HttpResponseMessage> _respond = () => throw new HttpRequestException(HttpRequestError.ConnectionError);

    public UnreachableHostTests()
    {
        _client = new SessionsClient(new SessionsClientOptions
        {
            ApiBaseUrl = new Uri("https://api.example.com"),
            TimeProvider = _clock,
            LoggerFactory = _log,
            HttpHandler = new StubHandler((_, _) => Task.FromResult(_respond())),
        });
    }

    public async ValueTask DisposeAsync()
    {
        await _client.DisposeAsync();
        _log.Dispose();
    }

    [Fact]
    public async Task Get_QueriesOfOneHost_AreOneWarningAndOneRecovery()
    {
        for (var limit = 1; limit <= 5; limit++) await FailAsync(limit);
        Shown().ShouldBe(["upstream.refused"]);
        Logged(LogLevel.Debug).ShouldBe(["upstream.refused", "upstream.refused", "upstream.refused", "upstream.refused"]);

        _respond = () => StubHandler.Json(Sessions.Page());
        _clock.Advance(TimeSpan.FromMinutes(10));
        // The last one recovers first.
        for (var limit = 5; limit >= 1; limit--) await GetAsync(limit);
        Shown().ShouldBe(["upstream.refused", "upstream.recovered"]);
    }

    [Fact]
    public async Task Get_HostThatFailsAgain_IsOneMoreWarning()
    {
        await FailAsync(1);
        await FailAsync(2);
        var fails = _respond;
        _respond = () => StubHandler.Json(Sessions.Page());
        _clock.Advance(TimeSpan.FromMinutes(10));
        await GetAsync(1);
        _respond = fails;
        _clock.Advance(TimeSpan.FromDays(2));
        await FailAsync(1);
        await FailAsync(3);
        Shown().ShouldBe(["upstream.refused", "upstream.recovered", "upstream.refused"]);
    }

    [Fact]
    public async Task Get_AnotherFaultOrHost_IsAWarningOfItsOwn()
    {
        await FailAsync(1);
        _respond = () => throw new HttpRequestException(HttpRequestError.NameResolutionError);
        await FailAsync(2);
        await Should.ThrowAsync<ApiException>(() => _client.GetBusiness(new BusinessOptions
        {
            BusinessId = "lounge", ApiBaseUrl = new Uri("https://other.example.com"),
        }).GetSessionsAsync());
        Shown().ShouldBe(["upstream.refused", "upstream.dns", "upstream.dns"]);
    }

    [Fact]
    public async Task Get_ResponsesThatFail_AreAnEntryForEachQuery()
    {
        _respond = () => StubHandler.Json("{}", System.Net.HttpStatusCode.InternalServerError);
        await FailAsync(1);
        await FailAsync(2);
        Shown().ShouldBe(["upstream.5xx", "upstream.5xx"]);
    }

    private Task<SessionPage> GetAsync(int limit) =>
        _client.GetBusiness(BusinessType.Venue, "lounge").GetSessionsAsync(new SessionQuery { Limit = limit });

    private Task<ApiException> FailAsync(int limit) => Should.ThrowAsync<ApiException>(() => GetAsync(limit));

    /// <summary>What default logging shows, in order.</summary>
    private List<string> Shown() =>
        [.. _log.Collector.GetSnapshot().Where(r => r.Level >= LogLevel.Information).Select(r => r.Id.Name!)];

    private List<string> Logged(LogLevel level) =>
        [.. _log.Collector.GetSnapshot().Where(r => r.Level == level && r.Id.Name != "upstream.exception").Select(r => r.Id.Name!)];
}
