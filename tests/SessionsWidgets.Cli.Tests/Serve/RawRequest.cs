using System.Net;
using System.Net.Sockets;
using System.Text;

namespace SessionsWidgets.Cli.Tests.Serve;

/// <summary>A request as no well-behaved client sends it.</summary>
internal static class RawRequest
{
    /// <summary>Sends the bytes of a request, and reads the answer to the end of the connection.</summary>
    public static async Task<string> SendAsync(int port, string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, port);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(request));
        using var reader = new StreamReader(stream, Encoding.Latin1);
        return await reader.ReadToEndAsync();
    }
}
