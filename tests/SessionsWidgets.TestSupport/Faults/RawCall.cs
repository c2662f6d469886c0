using System.Net.Sockets;
using System.Text;

namespace SessionsWidgets.TestSupport.Faults;

/// <summary>A request that has arrived at a <see cref="RawServer"/>, and the bare connection to answer on.</summary>
public sealed class RawCall(string head, Socket socket, Stream stream, Action stuck, CancellationToken closing)
{
    /// <summary>The request line and the headers.</summary>
    public string Head { get; } = head;

    public bool HasValidators => Head.Contains("\r\nIf-None-Match:", StringComparison.OrdinalIgnoreCase);

    public Task SendAsync(string text) => SendAsync(Encoding.UTF8.GetBytes(text));

    public async Task SendAsync(ReadOnlyMemory<byte> bytes)
    {
        await stream.WriteAsync(bytes, closing);
        await stream.FlushAsync(closing);
    }

    /// <summary>Answers with a status line, headers and a body of the length that it has.</summary>
    public async Task AnswerAsync(int status, string headers = "", ReadOnlyMemory<byte> body = default)
    {
        await SendAsync($"HTTP/1.1 {status:000} x\r\nContent-Length: {body.Length}\r\nConnection: close\r\n{headers}\r\n");
        await SendAsync(body);
    }

    /// <summary>Breaks the connection in a way that the other side sees as an error.</summary>
    public void Reset()
    {
        socket.LingerState = new LingerOption(true, 0);
        socket.Close();
    }

    /// <summary>Never goes on; tells the test that it has come to this.</summary>
    public Task HangAsync()
    {
        stuck();
        return StandStillAsync();
    }

    /// <summary>Never goes on; the other side tells the test when it has come to this.</summary>
    public Task StandStillAsync() => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, closing);
}
