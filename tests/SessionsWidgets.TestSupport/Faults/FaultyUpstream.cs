using System.Collections.Concurrent;
using System.Net;
using System.Net.Http;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;

namespace SessionsWidgets.TestSupport.Faults;

/// <summary>An upstream that answers well until it is told to go wrong, for each business by itself. Thread-safe.</summary>
public sealed class FaultyUpstream : IAsyncDisposable
{
    public const string LastGoodName = "Last Good";
    public const string NewName = "Brand New";

    private readonly ConcurrentDictionary<string, Line> _lines = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<IPAddress, Line> _addresses = new();
    private readonly TestCertificates _certificates = new();
    private readonly RawServer _plain;
    private readonly RawServer _secure;
    private readonly SocketsHttpHandler _wire;
    private readonly TimeProvider _clock;
    private int _lastAddress;

    public FaultyUpstream(TimeProvider clock)
    {
        _clock = clock;
        _plain = new RawServer(AnswerAsync);
        _secure = new RawServer(AnswerAsync, TlsOptions);
        _wire = SocketsHandlerFactory.Create(new ApiConnector(clock, allowPrivate: false) { Resolve = ResolveAsync, Dial = DialAsync });
        _wire.SslOptions.CertificateChainPolicy = _certificates.Trust;
        Handler = new SendHandler(this, _wire);
    }

    /// <summary>The handler to give to whoever is to talk to this upstream.</summary>
    public HttpMessageHandler Handler { get; }

    /// <summary>Every request that arrived: its head, as it was on the wire.</summary>
    public ConcurrentQueue<string> Heads { get; } = new();

    /// <summary>Opens a line for a business that will meet a fault.</summary>
    public Line Open(string business, FaultRow row)
    {
        var number = Interlocked.Increment(ref _lastAddress);
        var host = $"{business}.example.com";
        var line = new Line(
            row, _clock, row.IsOfConnection ? new Uri($"https://{host}:{_secure.Port}") : new Uri($"http://127.0.0.1:{_plain.Port}"))
        {
            GuestWifi = new GuestWifiOptions
            {
                ApiBaseUrl = new Uri($"http://127.0.0.1:{_plain.Port}/wifi/{business}"),
                ClientNetworks = ["127.0.0.0/8"],
            },
            Address = new IPAddress([93, 184, (byte)(number / 250), (byte)(1 + (number % 250))]),
        };
        _lines[business] = line;
        _lines[host] = line;
        _addresses[line.Address] = line;
        return line;
    }

    public async ValueTask DisposeAsync()
    {
        Handler.Dispose();
        await _plain.DisposeAsync();
        await _secure.DisposeAsync();
        _certificates.Dispose();
    }

    private async Task AnswerAsync(string head, Socket socket, Stream stream, CancellationToken closing)
    {
        Heads.Enqueue(head);
        var parts = head.Split(' ', 3);
        if (parts.Length < 3 || EndpointOf(parts[1]) is not var (business, endpoint) || !_lines.TryGetValue(business, out var line)) return;
        var isFaulty = endpoint == line.Row.Endpoint;
        if (isFaulty) line.CountCall();
        var call = new RawCall(head, socket, stream, line.TellStuck, closing);
        await (isFaulty && line.IsBroken && line.Row.Answer is { } answer ? answer(call) : line.AnswerWellAsync(call, endpoint));
    }

    private static (string Business, FaultEndpoint Endpoint)? EndpointOf(string target) => target.Split('?')[0].Split('/') switch
    {
        ["", "venues", var business, "sessions"] => (business, FaultEndpoint.Sessions),
        ["", "venues", var business, "events"] => (business, FaultEndpoint.Events),
        ["", "venues", var business, "checkins"] => (business, FaultEndpoint.CheckIns),
        ["", "wifi", var business, "sessions"] => (business, FaultEndpoint.GuestList),
        ["", "wifi", var business, "sessions", "count"] => (business, FaultEndpoint.GuestCount),
        ["", "wifi", var business, "sessions", _] => (business, FaultEndpoint.GuestDurations),
        _ => null,
    };

    private Task<IPAddress[]> ResolveAsync(string host, CancellationToken cancellationToken)
    {
        var line = _lines[host];
        return Task.FromResult(line.IsBroken && line.Row.Resolve is { } resolve ? resolve() : [line.Address]);
    }

    private async ValueTask<Stream> DialAsync(IPEndPoint to, CancellationToken cancellationToken)
    {
        var isSecure = _addresses.TryGetValue(to.Address, out var line);
        if (line is { IsBroken: true, Row.Dial: { } dial }) return await dial(line.TellStuck, cancellationToken);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(IPAddress.Loopback, isSecure ? _secure.Port : _plain.Port, cancellationToken);
        return new NetworkStream(socket, ownsSocket: true);
    }

    private SslServerAuthenticationOptions TlsOptions() => new()
    {
        ServerCertificateSelectionCallback = (_, host) =>
            _lines.TryGetValue(host ?? "", out var line) && line.IsBroken
                ? line.Row.IsOldTls
                    ? throw new AuthenticationException("Nothing newer than TLS 1.1 here.")
                    : line.Row.Certificate?.Invoke(_certificates) ?? _certificates.Good
                : _certificates.Good,
    };

    private sealed class SendHandler(FaultyUpstream upstream, HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var line = request.RequestUri!.Segments is [_, "venues/", var business, ..]
                ? upstream._lines.GetValueOrDefault(business.TrimEnd('/'))
                : null;
            if (line is { IsBroken: true, Row.Send: { } send })
            {
                line.CountCall();
                return await send(line.TellStuck);
            }

            if (line is { IsBroken: true, Row.Prepare: { } prepare })
            {
                line.CountCall();
                prepare(request);
            }

            var response = await base.SendAsync(request, cancellationToken);
            if (line is { IsBroken: true, Row.HangsInBody: true }) line.TellStuck();
            return response;
        }
    }

    /// <summary>The way to one business.</summary>
    public sealed class Line(FaultRow row, TimeProvider clock, Uri baseUrl)
    {
        private readonly SemaphoreSlim _stuck = new(0);
        private volatile bool _isBroken;
        private int _calls;

        public FaultRow Row { get; } = row;

        public Uri BaseUrl { get; } = baseUrl;

        /// <summary>The guest Wi-Fi of the business, without a token.</summary>
        public required GuestWifiOptions GuestWifi { get; init; }

        public bool IsBroken => _isBroken;

        /// <summary>How many requests have arrived at the endpoint that goes wrong.</summary>
        public int Calls => Volatile.Read(ref _calls);

        internal IPAddress Address { get; init; } = IPAddress.None;

        public void Break() => _isBroken = true;

        public void Heal() => _isBroken = false;

        /// <summary>Ends when a request stands still.</summary>
        public Task StuckAsync() => _stuck.WaitAsync();

        internal void CountCall() => Interlocked.Increment(ref _calls);

        internal void TellStuck() => _stuck.Release();

        internal Task AnswerWellAsync(RawCall call, FaultEndpoint endpoint)
        {
            var tag = Row.HasValidators ? "ETag: \"v1\"\r\n" : "";
            var headers = $"Content-Type: application/json\r\nDate: {clock.GetUtcNow():R}\r\n{tag}{Row.GoodHeaders}";
            return call.AnswerAsync(200, headers, Encoding.UTF8.GetBytes(FaultResponses.Of(endpoint).LastGoodBody));
        }
    }
}
