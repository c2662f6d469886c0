using System.Net;
using System.Net.Http;
using System.Net.Sockets;

namespace SessionsWidgets;

/// <summary>Opens connections to upstream: resolves the host name and dials checked addresses only.</summary>
/// <remarks>Thread-safe. A configured proxy is trusted and not checked.</remarks>
internal sealed class ApiConnector(TimeProvider waiting, bool allowPrivate)
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(5);

    /// <summary>Whether public addresses are connected to without encryption, too.</summary>
    public bool AllowPlain { get; init; }

    public Func<string, CancellationToken, Task<IPAddress[]>> Resolve { get; init; } = Dns.GetHostAddressesAsync;

    public Func<IPEndPoint, CancellationToken, ValueTask<Stream>> Dial { get; init; } = DialAsync;

    public ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var (method, requested) = (context.InitialRequestMessage.Method, SentAddress.Of(context.InitialRequestMessage));
        // CONNECT, for https, is a request to the proxy itself.
        var isProxy = method == HttpMethod.Connect || requested is not null
            && (requested.IdnHost.Trim('[', ']') != context.DnsEndPoint.Host.Trim('[', ']') || requested.Port != context.DnsEndPoint.Port);
        var isPlain = !AllowPlain && requested?.Scheme == Uri.UriSchemeHttp;
        return ConnectAsync(context.DnsEndPoint, isProxy, isPlain, cancellationToken);
    }

    /// <exception cref="TransportException">The name has no allowed address, or none accepts a connection in time.</exception>
    /// <param name="endPoint">The host and the port.</param>
    /// <param name="isProxy">Whether they are those of a proxy.</param>
    /// <param name="isPlain">Whether nothing is encrypted; then public addresses are not connected to.</param>
    /// <param name="cancellationToken">Cancels the connection.</param>
    public async ValueTask<Stream> ConnectAsync(DnsEndPoint endPoint, bool isProxy, bool isPlain, CancellationToken cancellationToken)
    {
        try
        {
            return await ConnectOnceAsync(endPoint, isProxy, isPlain, cancellationToken);
        }
        catch (TransportException e) when (isProxy)
        {
            throw new TransportException(ApiFault.Proxy, $"the proxy {endPoint.Host}:{endPoint.Port} cannot be reached: {e.Message}");
        }
    }

    private async ValueTask<Stream> ConnectOnceAsync(
        DnsEndPoint endPoint, bool isProxy, bool isPlain, CancellationToken cancellationToken)
    {
        using var timer = new CancellationTokenSource(Timeout, waiting);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellationToken);
        try
        {
            var addresses = await ResolveAsync(endPoint.Host, both.Token);
            if (!isProxy) addresses = Allowed(addresses, endPoint.Host, isPlain);
            return await DialFirstAsync(addresses, endPoint.Port, both.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TransportException(ApiFault.ConnectTimeout, $"no connection within {Timeout.TotalSeconds} s.");
        }
    }

    /// <exception cref="TransportException">None of the addresses may be connected to.</exception>
    private IPAddress[] Allowed(IPAddress[] addresses, string host, bool isPlain)
    {
        var allowed = Array.FindAll(addresses, a => IpAddressPolicy.IsAllowed(a, host, allowPrivate));
        if (allowed.Length == 0)
            throw new TransportException(
                ApiFault.BlockedAddress,
                "its name resolves only to private, loopback or reserved addresses, which are not connected to "
                + "(SessionsWidgets:AllowPrivateAddresses).");
        if (!isPlain) return allowed;
        var near = Array.FindAll(allowed, a => !IpAddressPolicy.IsPublic(a));
        return near.Length > 0 ? near : throw new TransportException(
            ApiFault.BlockedAddress,
            "service discovery leads to http at a public address, which is not connected to: it has to lead to https there.");
    }

    private async Task<IPAddress[]> ResolveAsync(string host, CancellationToken cancellationToken)
    {
        if (IPAddress.TryParse(host.Trim('[', ']'), out var literal)) return [literal];
        try
        {
            return await Resolve(host, cancellationToken).WaitAsync(cancellationToken);
        }
        catch (SocketException e)
        {
            throw new TransportException(ApiFault.Dns, $"the host name cannot be resolved ({e.SocketErrorCode}).");
        }
    }

    private async Task<Stream> DialFirstAsync(IPAddress[] addresses, int port, CancellationToken cancellationToken)
    {
        for (var i = 0; ; i++)
        {
            try
            {
                return await Dial(new IPEndPoint(addresses[i], port), cancellationToken).AsTask().WaitAsync(cancellationToken);
            }
            catch (SocketException) when (i < addresses.Length - 1)
            {
                // Try the next address.
            }
            catch (SocketException e)
            {
                throw new TransportException(FaultOf(e.SocketErrorCode), $"no connection ({e.SocketErrorCode}).");
            }
        }
    }

    private static ApiFault FaultOf(SocketError error) => error switch
    {
        SocketError.TimedOut => ApiFault.ConnectTimeout,
        SocketError.TooManyOpenSockets or SocketError.NoBufferSpaceAvailable or SocketError.AddressNotAvailable
            or SocketError.AddressAlreadyInUse => ApiFault.LocalLimit,
        _ => ApiFault.Refused,
    };

    private static async ValueTask<Stream> DialAsync(IPEndPoint address, CancellationToken cancellationToken)
    {
        var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(address, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
