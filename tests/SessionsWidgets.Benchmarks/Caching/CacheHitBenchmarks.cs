using System.Net;
using System.Net.Http;
using BenchmarkDotNet.Attributes;

namespace SessionsWidgets.Benchmarks.Caching;

/// <summary>What a fresh answer costs: the call that a library user makes.</summary>
[MemoryDiagnoser]
public class CacheHitBenchmarks
{
    private readonly SessionQuery _query = new() { Limit = 10, From = new DateOnly(2026, 7, 1) };
    private SessionsClient _client = null!;
    private BusinessContext _lounge = null!;

    [GlobalSetup]
    public async Task SetUpAsync()
    {
        _client = new SessionsClient(new SessionsClientOptions
        {
            ApiBaseUrl = new Uri("https://api.example.com"),
            ApiKey = "a-key",
            HttpHandler = new Answer(CacheMemory.Json),
            Cache = new CachePolicy { FreshFor = TimeSpan.FromDays(1) },
        });
        _lounge = _client.GetBusiness(BusinessType.Venue, "stogies-chapin");
        await _lounge.GetSessionsAsync(_query);
    }

    [GlobalCleanup]
    public void CleanUp() => _client.Dispose();

    [Benchmark]
    public Task<SessionPage> Fresh() => _lounge.GetSessionsAsync(_query);

    internal sealed class Answer(byte[] json) : HttpMessageHandler
    {
        private int _requests;

        public int Requests => _requests;

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref _requests);
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(json) });
        }
    }
}
