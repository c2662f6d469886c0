using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Text;

namespace SessionsWidgets.TestSupport.Faults;

/// <summary>A server that is nothing but a socket, so that it can answer garbage, half of an answer, or lies about its length. Takes one
/// request on each connection.</summary>
public sealed class RawServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _closing = new();
    private readonly Func<string, Socket, Stream, CancellationToken, Task> _answer;
    private readonly Func<SslServerAuthenticationOptions>? _tls;
    private readonly Task _accepting;

    /// <param name="answer">Answers the request whose head is given.</param>
    /// <param name="tls">How to speak TLS; null for plain text.</param>
    public RawServer(Func<string, Socket, Stream, CancellationToken, Task> answer, Func<SslServerAuthenticationOptions>? tls = null)
    {
        _answer = answer;
        _tls = tls;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        _listener.Dispose();
        await _accepting;
        _closing.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true) _ = ServeAsync(await _listener.AcceptSocketAsync(_closing.Token));
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The server is closed.
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        using (socket)
        {
            try
            {
                Stream stream = new NetworkStream(socket);
                if (_tls is not null)
                {
                    var secure = new SslStream(stream);
                    await secure.AuthenticateAsServerAsync(_tls(), _closing.Token);
                    stream = secure;
                }

                var head = await ReadHeadAsync(stream);
                if (head.Length == 0) return;
                await _answer(head, socket, stream, _closing.Token);
                if (stream is SslStream open && socket.Connected) await open.ShutdownAsync();
            }
            catch (Exception e) when (
                e is IOException or OperationCanceledException or SocketException or ObjectDisposedException
                    or System.Security.Authentication.AuthenticationException)
            {
                // The other side left, or the server is closed.
            }
        }
    }

    private async Task<string> ReadHeadAsync(Stream stream)
    {
        var head = new List<byte>();
        var next = new byte[1];
        while (await stream.ReadAsync(next, _closing.Token) == 1)
        {
            head.Add(next[0]);
            if (head.Count >= 4 && head[^1] == '\n' && head[^2] == '\r' && head[^3] == '\n') break;
        }

        return Encoding.ASCII.GetString(head.ToArray());
    }
}
