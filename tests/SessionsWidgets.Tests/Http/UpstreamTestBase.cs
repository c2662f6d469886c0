using SessionsWidgets.TestSupport;
using SessionsWidgets.TestSupport.Faults;

namespace SessionsWidgets.Tests.Http;

/// <summary>A client and a faulty upstream on a clock that stands still.</summary>
public abstract class UpstreamTestBase : IAsyncLifetime
{
    private SessionsClient? _client;

    private protected ManualClock Clock { get; } = new();

    private protected RecordingLogger Log { get; } = new();

    private protected CachePolicy Policy { get; } = new();

    private protected FaultyUpstream Upstream { get; private set; } = null!;

    private protected FaultyUpstream.Line Line { get; private set; } = null!;

    private protected SessionsClient Client => _client ??= new SessionsClient(new SessionsClientOptions
    {
        ApiBaseUrl = Line.BaseUrl,
        ApiKey = "key-one",
        TimeProvider = Clock,
        WaitingClock = Clock,
        LoggerFactory = Log,
        HttpHandler = Upstream.Handler,
    });

    private protected BusinessContext Lounge => Client.GetBusiness(BusinessType.Venue, "lounge");

    public Task InitializeAsync()
    {
        Upstream = new FaultyUpstream(Clock);
        return Task.CompletedTask;
    }

    public async Task DisposeAsync()
    {
        if (_client is not null) await _client.DisposeAsync();
        await Upstream.DisposeAsync();
    }

    private protected void Open(string rowId) => Line = Upstream.Open("lounge", FaultTable.Rows.Single(r => r.Id == rowId));

    private protected void Open(FaultRow row) => Line = Upstream.Open("lounge", row);

    /// <summary>The failure of a call that has nothing to show.</summary>
    private protected async Task<ApiException> FailAsync(int limit = 5) =>
        await Should.ThrowAsync<ApiException>(() => Lounge.GetSessionsAsync(new SessionQuery { Limit = limit }));

    private protected Task<SessionPage> GetAsync(int limit = 5) => Lounge.GetSessionsAsync(new SessionQuery { Limit = limit });
}
