using System.Net;
using System.Net.Http;
using SessionsWidgets.TestSupport;
using SessionsWidgets.TestSupport.Faults;

namespace SessionsWidgets.Tests.Http;

/// <summary>Requests that cannot be sent, and proxies that are dead: what is wrong is not upstream, and is told as what it is.</summary>
public sealed class UnsendableRequestTests : UpstreamTestBase
{
    [Theory]
    [InlineData("64a", "X-Own")]
    [InlineData("64b", "X-Own")]
    [InlineData("64c", "User-Agent")]
    public async Task GetSessionsAsync_HeaderCannotBeSent_NamesItAndIsNotRetried(string row, string header)
    {
        Open(row);
        Line.Break();
        (await FailAsync()).Message.ShouldContain($"the request cannot be sent: its header '{header}' is not ASCII.");
        Line.Calls.ShouldBe(1);
        Upstream.Heads.ShouldBeEmpty();
        Log.Events.ShouldBe(["request.not_sendable"]);
    }

    [Fact]
    public async Task GetSessionsAsync_UpstreamResetsAndHeadersAreFine_IsStillAReset()
    {
        Open("6");
        Line.Break();
        (await FailAsync()).Fault.ShouldBe(ApiFault.Reset);
    }

    [Theory]
    [InlineData("http", "127.0.0.1")]
    [InlineData("http", "localhost")]
    [InlineData("socks5", "127.0.0.1")]
    [InlineData("http", "no-such-host.invalid")]
    public async Task GetSessionsAsync_ProxyIsDead_NamesTheProxy(string scheme, string host)
    {
        var port = await RawServerPortOfNobodyAsync();
        using var log = new RecordingLogger();
        foreach (var api in (string[])["https://api.example.com", "http://127.0.0.1:1"])
        {
            using var handler = SocketsHandlerFactory.Create(new ApiConnector(TimeProvider.System, allowPrivate: false));
            handler.Proxy = new WebProxy($"{scheme}://{host}:{port}") { BypassProxyOnLocal = false };
            await using var client = new SessionsClient(new SessionsClientOptions
            {
                ApiBaseUrl = new Uri(api), HttpHandler = handler, LoggerFactory = log,
            });
            var error = await Should.ThrowAsync<ApiException>(() => client.GetBusiness(BusinessType.Venue, "lounge").GetSessionsAsync());
            error.Fault.ShouldBe(ApiFault.Proxy);
            error.Message.ShouldContain($"the proxy {host}:{port} cannot be reached");
        }

        log.Events.ShouldBe(["upstream.proxy", "upstream.proxy"]);
    }

    /// <summary>A port that was free a moment ago.</summary>
    private static async Task<int> RawServerPortOfNobodyAsync()
    {
        var server = new RawServer((_, _, _, _) => Task.CompletedTask);
        await server.DisposeAsync();
        return server.Port;
    }
}
