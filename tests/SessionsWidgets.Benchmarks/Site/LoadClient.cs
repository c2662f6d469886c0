using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace SessionsWidgets.Benchmarks.Site;

/// <summary>Requests one address over and over on some connections, and reads no more of the answers than where they end.</summary>
internal static class LoadClient
{
    private const int Connections = 16;

    /// <returns>The number of answers.</returns>
    public static async Task<long> RunAsync(Uri address, TimeSpan duration)
    {
        var request = Encoding.ASCII.GetBytes($"GET {address.PathAndQuery} HTTP/1.1\r\nHost: {address.Authority}\r\n\r\n");
        var end = Stopwatch.GetTimestamp() + (long)(duration.TotalSeconds * Stopwatch.Frequency);
        var counts = await Task.WhenAll(Enumerable.Range(0, Connections).Select(_ => Task.Run(() => RunAsync(address, request, end))));
        return counts.Sum();
    }

    private static async Task<long> RunAsync(Uri address, byte[] request, long end)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(IPAddress.Loopback, address.Port);
        var buffer = new byte[256 * 1024];
        long count = 0;
        while (Stopwatch.GetTimestamp() < end)
        {
            await socket.SendAsync(request);
            var length = 0;
            while (!IsWhole(buffer.AsSpan(0, length)))
            {
                var read = await socket.ReceiveAsync(buffer.AsMemory(length));
                if (read == 0) throw new InvalidOperationException("The site has closed the connection.");
                length += read;
            }

            if (!buffer.AsSpan(0, length).StartsWith("HTTP/1.1 200"u8)) throw new InvalidOperationException("The site did not answer 200.");
            count++;
        }

        return count;
    }

    private static bool IsWhole(ReadOnlySpan<byte> answer)
    {
        var head = answer.IndexOf("\r\n\r\n"u8);
        if (head < 0) return false;
        var length = answer[..head].IndexOf("Content-Length: "u8);
        if (length < 0) return answer.EndsWith("\r\n0\r\n\r\n"u8);
        var digits = answer[(length + "Content-Length: ".Length)..];
        return answer.Length == head + 4 + int.Parse(digits[..digits.IndexOf((byte)'\r')], provider: null);
    }
}
