using System.Net;
using System.Net.Http;
using System.Net.Sockets;

namespace SessionsWidgets;

/// <summary>Opens connections to upstream: resolves the name, checks each address, and dials an address that has been checked and no
/// other.</summary>
/// <remarks>Thread-safe. A proxy that the host has configured is the host's own choice and is not checked.</remarks>
internal sealed class ApiConnector(TimeProvider clock, bool allowPrivate)
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(5);

    /// <summary>Finds the addresses of a host.</summary>
    public Func<string, CancellationToken, Task<IPAddress[]>> Resolve { get; init; } = Dns.GetHostAddressesAsync;

    /// <summary>Connects to an address.</summary>
    public Func<IPEndPoint, CancellationToken, ValueTask<Stream>> Dial { get; init; } = DialAsync;

    public ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var asked = context.InitialRequestMessage.RequestUri;
        var isProxy = asked is not null
            && (asked.IdnHost.Trim('[', ']') != context.DnsEndPoint.Host.Trim('[', ']') || asked.Port != context.DnsEndPoint.Port);
        return ConnectAsync(context.DnsEndPoint, isProxy, cancellationToken);
    }

    /// <exception cref="TransportException">The name has no address, none that is allowed, or none of them answers in time.</exception>
    public async ValueTask<Stream> ConnectAsync(DnsEndPoint endPoint, bool isProxy, CancellationToken cancellationToken)
    {
        using var timer = new CancellationTokenSource(Timeout, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellationToken);
        try
        {
            var addresses = await ResolveAsync(endPoint.Host, both.Token);
            if (!isProxy) addresses = Array.FindAll(addresses, a => AddressRules.IsAllowed(a, endPoint.Host, allowPrivate));
            if (addresses.Length == 0)
                throw new TransportException(
                    ApiFault.BlockedAddress,
                    "its name leads to a private, loopback or reserved address only, which is not connected to "
                    + "(SessionsWidgets:AllowPrivateAddresses).");
            return await DialFirstAsync(addresses, endPoint.Port, both.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TransportException(ApiFault.ConnectTimeout, $"no connection within {Timeout.TotalSeconds} s.");
        }
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
                // The next address may answer.
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
