using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Caching.StackExchangeRedis;

namespace SessionsWidgets.TestSupport.Redis;

/// <summary>A way to a redis-server on which connecting takes time: what is sent first is held back.</summary>
public sealed class SlowRedis : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _closing = new();
    private readonly TaskCompletionSource _open = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly RedisServer _server;
    private readonly Task _accepting;

    public SlowRedis(RedisServer server, TimeSpan delay)
    {
        _server = server;
        _listener.Start();
        _accepting = AcceptAsync(delay);
    }

    /// <summary>Ends the delay.</summary>
    public void LetThrough() => _open.TrySetResult();

    /// <summary>A cache that has not connected yet.</summary>
    public RedisCache CreateCache() => new(new RedisCacheOptions
    {
        Configuration = $"127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port},abortConnect=false,connectTimeout=20000,syncTimeout=20000",
    });

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        _listener.Stop();
        await _accepting;
        _closing.Dispose();
    }

    private async Task AcceptAsync(TimeSpan delay)
    {
        var connections = new List<Task>();
        try
        {
            while (true) connections.Add(ConnectAsync(await _listener.AcceptSocketAsync(_closing.Token), delay));
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(connections);
        }
    }

    private async Task ConnectAsync(Socket accepted, TimeSpan delay)
    {
        try
        {
            using var client = new NetworkStream(accepted, ownsSocket: true);
            await Task.WhenAny(_open.Task, Task.Delay(delay, TimeProvider.System, _closing.Token));
            using var redis = new TcpClient();
            await redis.ConnectAsync(IPAddress.Loopback, _server.Port, _closing.Token);
            await Task.WhenAny(
                client.CopyToAsync(redis.GetStream(), _closing.Token), redis.GetStream().CopyToAsync(client, _closing.Token));
        }
        catch (Exception e) when (e is OperationCanceledException or IOException or SocketException)
        {
            // The test is over.
        }
    }
}
