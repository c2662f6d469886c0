using System.Net;
using System.Net.Http;
using System.Net.Sockets;

namespace SessionsWidgets.TestSupport.Faults;

/// <content>What is wrong with the requests: what upstream said would have to be sent back, or it cannot be sent at all.</content>
public static partial class FaultTable
{
    private static IEnumerable<FaultRow> Sent()
    {
        yield return Validator("63a", "ETag that is not ASCII", "ETag: \"\u00e9\"");
        yield return Validator("63b", "weak ETag with a control character", "ETag: W/\"\u0080\"");
        yield return Validator("63c", "ETag of 300 characters", $"ETag: \"{new string('x', 300)}\"");
        yield return Validator("63d", "ETag that matches everything", "ETag: *");
        yield return Validator("63e", "Last-Modified that is no date", "Last-Modified: \u00e9\u00e9");
        yield return Unsendable("64a", "header that is not ASCII", "X-Own", "caf\u00e9");
        yield return Unsendable("64b", "one value of several is not ASCII", "X-Own", "plain", "\u043a\u043b\u044e\u0447");
        yield return Unsendable("64c", "known header that is not ASCII", "User-Agent", "caf\u00e9");
    }

    /// <summary>Good answers that have something which cannot be sent back, and a server that wants nothing back.</summary>
    private static FaultRow Validator(string id, string name, string header) =>
        Wire(
            id, name, Seen.NewAnswer, null,
            call => call.HasValidators || call.Head.Contains("\r\nIf-Modified-Since:", StringComparison.OrdinalIgnoreCase)
                ? call.AnswerAsync(500)
                : call.AnswerAsync(200, $"{header}\r\n", Bytes(New))) with { GoodHeaders = $"{header}\r\n" };

    private static FaultRow Unsendable(string id, string name, string header, params string[] values) =>
        new(id, name, Seen.LastGood, "request.not_sendable")
        {
            Prepare = request => request.Headers.TryAddWithoutValidation(header, values),
        };

    private static async Task<HttpResponseMessage> SendByDeadProxyAsync()
    {
        var connector = new ApiConnector(TimeProvider.System, allowPrivate: false)
        {
            Resolve = (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Parse("10.1.2.3")]),
            Dial = (_, _) => throw new SocketException((int)SocketError.ConnectionRefused),
        };
        using var handler = SocketsHandlerFactory.Create(connector);
        handler.Proxy = new WebProxy("http://proxy.example.com:3128");
        using var invoker = new HttpMessageInvoker(handler);
        using var request = new HttpRequestMessage(HttpMethod.Get, "https://api.example.com/");
        return await invoker.SendAsync(request, default);
    }
}
