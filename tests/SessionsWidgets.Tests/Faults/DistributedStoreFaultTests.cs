using System.Text;
using SessionsWidgets.TestSupport;
using SessionsWidgets.TestSupport.Faults;
using SessionsWidgets.TestSupport.Redis;

namespace SessionsWidgets.Tests.Faults;

/// <summary>Every fault with a distributed cache: the result is right, and nothing stored holds a key or a bad response.</summary>
public sealed class DistributedStoreFaultTests : IAsyncLifetime
{
    private readonly ManualClock _clock = new();
    private readonly RecordingLogger _log = new();
    private readonly SharedStore _store = new();
    private FaultyUpstream _upstream = null!;

    public static TheoryData<string> Rows => [.. FaultTable.Rows.Select(r => r.Id)];

    /// <summary>Some of each kind, for the real Redis.</summary>
    private static readonly string[] s_sample = ["1", "5a", "7", "14", "19", "21-302", "22", "25", "30", "33-500", "36", "42a", "60"];

    public Task InitializeAsync()
    {
        _upstream = new FaultyUpstream(_clock);
        return Task.CompletedTask;
    }

    public async Task DisposeAsync() => await _upstream.DisposeAsync();

    [Theory]
    [MemberData(nameof(Rows))]
    public Task Stored_ColdAndFaulty_HoldsNoKeyAndNoBadResponse(string id) => RunAsync(id, hadGood: false, _store, () => Stored(_store));

    [Theory]
    [MemberData(nameof(Rows))]
    public Task Stored_StaleAndFaulty_HoldsNoKeyAndNoBadResponse(string id) => RunAsync(id, hadGood: true, _store, () => Stored(_store));

    [SkippableFact]
    public async Task Redis_Faulty_HoldsNoKeyAndNoBadResponse()
    {
        Skip.IfNot(RedisServer.IsInstalled, "There is no redis-server on this machine.");
        await using var server = await RedisServer.StartAsync();
        using var cache = server.CreateCache();
        foreach (var id in s_sample)
        {
            await RunAsync(id, hadGood: true, cache, () => server.ReadAll(cache));
            foreach (var (key, _) in server.ReadAll(cache)) cache.Remove(key);
        }
    }

    private async Task RunAsync(
        string id,
        bool hadGood,
        Microsoft.Extensions.Caching.Distributed.IDistributedCache store,
        Func<IReadOnlyList<(string Key, byte[] Value)>> stored)
    {
        var row = FaultTable.Rows.Single(r => r.Id == id);
        var line = _upstream.Open("lounge", row);
        await using (var client = Client(line, store))
        {
            if (hadGood)
            {
                (await VisitAsync(client, line)).ShouldContain(FaultyUpstream.LastGoodName);
                _clock.Advance(new CachePolicy().FreshFor + new CachePolicy().StaleWhileRevalidate);
            }

            line.Break();
            await VisitAsync(client, line);
        }

        var all = stored();
        foreach (var (key, value) in all)
        {
            key.ShouldNotContain(FaultVisits.Canary);
            foreach (var form in Forms(FaultVisits.Canary)) value.AsSpan().IndexOf(form).ShouldBe(-1);
        }

        // A stored response is good: the one from before, or the new one where it is usable.
        var responses = all.Where(s => !s.Key.EndsWith(":lease", StringComparison.Ordinal))
            .Select(s => PersistedResponse.Read(s.Value).ShouldNotBeNull())
            .ToList();
        if (row.Seen is Seen.LastGood or Seen.LastGoodThenEmpty)
            responses.Count.ShouldBe(hadGood ? 1 : 0, string.Join("; ", _log.OwnEntries));
        foreach (var response in responses) Should.NotThrow(() => PageReader.Read(response.Bodies[0], SessionList.Instance, default));
    }

    private async Task<string> VisitAsync(SessionsClient client, FaultyUpstream.Line line)
    {
        var visit = new WidgetRenderer(client)
            .RenderAsync(client.GetBusiness(BusinessType.Venue, "lounge"), new RecentSmokes { Limit = 5 })
            .AsTask();
        if (line.Row.Hangs && line.IsBroken && await Task.WhenAny(visit, line.StuckAsync()) != visit)
        {
            // The deadline ends the fetch; half of it ends the connecting.
            for (var i = 0; i < 2; i++) _clock.Advance(new CachePolicy().FetchDeadline / 2);
        }

        var html = (await visit).ToString();
        await Eventually.BeTrueAsync(() => client.FetchesUnderWay == 0, () => "what was fetched is stored");
        return html;
    }

    private SessionsClient Client(FaultyUpstream.Line line, Microsoft.Extensions.Caching.Distributed.IDistributedCache store) =>
        new(new SessionsClientOptions
    {
        ApiBaseUrl = line.BaseUrl,
        ApiKey = FaultVisits.Canary,
        TimeProvider = _clock,
        WaitingClock = _clock,
        LoggerFactory = _log,
        HttpHandler = _upstream.Handler,
        DistributedCache = store,
    });

    private static IReadOnlyList<(string Key, byte[] Value)> Stored(SharedStore store) => [.. store.Written];

    /// <summary>The ways in which a text may stand in bytes.</summary>
    private static IEnumerable<byte[]> Forms(string text)
    {
        yield return Encoding.UTF8.GetBytes(text);
        yield return Encoding.Unicode.GetBytes(text);
        yield return Encoding.UTF8.GetBytes(Convert.ToBase64String(Encoding.UTF8.GetBytes(text))[..^2]);
        yield return Encoding.UTF8.GetBytes(Convert.ToHexStringLower(Encoding.UTF8.GetBytes(text)));
    }
}
