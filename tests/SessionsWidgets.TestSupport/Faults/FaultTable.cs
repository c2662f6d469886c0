using System.Net;
using System.Net.Http;
using System.Net.Sockets;

namespace SessionsWidgets.TestSupport.Faults;

/// <summary>Every way in which upstream is known to go wrong. The numbers are those of the rows of docs/reliability.md.</summary>
public static partial class FaultTable
{
    /// <remarks>All of them are of the sessions API; <see cref="GuestRows"/> has those of the guest Wi-Fi.</remarks>
    public static IReadOnlyList<FaultRow> Rows { get; } =
        [.. Connection(), .. Statuses(), .. Bodies(), .. Payloads(FaultEndpoint.Sessions), .. Values(),
            .. Sent()];

    /// <summary>A good answer of three sessions of a person.</summary>
    public static string Good(string name) => Sessions.Page(Enumerable.Range(1, 3).Select(i => Session(name, i)));

    private static string Session(string name, int number, string? more = null)
    {
        var rest = more is null ? "" : "," + more;
        return $$$"""
            {"id":"ses_{{{number}}}","createdAt":"2026-07-18T2{{{number}}}:12:00.000Z","user":{"displayName":"{{{name}}}"}{{{rest}}}}
            """;
    }

    private static IEnumerable<FaultRow> Connection()
    {
        yield return new("1", "DNS name does not resolve", Seen.LastGood, "upstream.dns")
        {
            Resolve = () => throw new SocketException((int)SocketError.HostNotFound),
        };
        yield return new("2a", "DNS leads to a private address", Seen.LastGood, "upstream.blocked_address")
        {
            Resolve = () => [IPAddress.Parse("10.1.2.3")],
        };
        yield return new("2b", "DNS leads to loopback", Seen.LastGood, "upstream.blocked_address")
        {
            Resolve = () => [IPAddress.Loopback, IPAddress.IPv6Loopback],
        };
        yield return new("2c", "DNS leads to a link-local address", Seen.LastGood, "upstream.blocked_address")
        {
            Resolve = () => [IPAddress.Parse("169.254.169.254")],
        };
        yield return new("3", "connection refused", Seen.LastGood, "upstream.refused")
        {
            Dial = (_, _) => throw new SocketException((int)SocketError.ConnectionRefused),
        };
        yield return new("4", "connecting hangs", Seen.LastGood, "upstream.connect_timeout")
        {
            Hangs = true,
            Dial = async (stuck, cancellationToken) =>
            {
                stuck();
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
                return Stream.Null;
            },
        };
        yield return new("5a", "TLS: expired", Seen.LastGood, "upstream.tls") { Certificate = c => c.Expired };
        yield return new("5b", "TLS: wrong name", Seen.LastGood, "upstream.tls") { Certificate = c => c.WrongName };
        yield return new("5c", "TLS: unknown authority", Seen.LastGood, "upstream.tls") { Certificate = c => c.Unknown };
        yield return new("5d", "TLS: no common version", Seen.LastGood, "upstream.tls") { IsOldTls = true };
        yield return Wire("6", "reset before headers", Seen.LastGood, "upstream.reset", call =>
        {
            call.Reset();
            return Task.CompletedTask;
        });
        yield return Wire("7", "reset in the middle of the body", Seen.LastGood, "upstream.truncated", async call =>
        {
            await call.SendAsync("HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n{\"data\":[");
            call.Reset();
        });
        yield return Wire(
            "8", "close-delimited body cut short", Seen.LastGood, "payload.invalid_json",
            call => call.SendAsync("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n{\"data\":["));
        yield return Wire("9", "headers never come", Seen.LastGood, "upstream.timeout", call => call.HangAsync()) with { Hangs = true };
        yield return Wire("10", "body drips", Seen.LastGood, "upstream.body_timeout", async call =>
        {
            await call.SendAsync("HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n{\"data\"");
            await call.StandStillAsync();
        }) with { Hangs = true, HangsInBody = true };
        yield return new("11", "handler never ends and ignores cancellation", Seen.LastGood, "upstream.timeout")
        {
            Hangs = true,
            Send = stuck =>
            {
                stuck();
                return new TaskCompletionSource<HttpResponseMessage>().Task;
            },
        };
        yield return new(
            "12a",
            "HTTP/2 REFUSED_STREAM",
            Seen.LastGood,
            "upstream.goaway")
            {
                Send = _ =>
                    throw new HttpRequestException(HttpRequestError.HttpProtocolError, "x", new HttpProtocolException(7, "x", null)),
            };
        yield return new(
            "12b",
            "HTTP/2 GOAWAY",
            Seen.LastGood,
            "upstream.goaway")
            {
                Send = _ =>
                    throw new HttpRequestException(HttpRequestError.HttpProtocolError, "x", new HttpProtocolException(0, "x", null)),
            };
        yield return Wire(
            "13a", "garbage status line", Seen.LastGood, "upstream.protocol",
            call => call.SendAsync("\u0001\u0002 no http at all\r\n\r\n"));
        yield return Wire(
            "13b", "chunked garbage", Seen.LastGood, "upstream.protocol",
            call => call.SendAsync("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz!\r\nno chunk\r\n"));
        yield return Wire(
            "13c", "70 KB of headers", Seen.LastGood, "upstream.protocol",
            call => call.SendAsync($"HTTP/1.1 200 OK\r\nX-Long: {new string('x', 70_000)}\r\n\r\n"));
        yield return Wire("14", "empty reply", Seen.LastGood, "upstream.empty_reply", _ => Task.CompletedTask);
        yield return new("15", "out of ports", Seen.LastGood, "upstream.local_limit")
        {
            Dial = (_, _) => throw new SocketException((int)SocketError.AddressNotAvailable),
        };
        yield return Status("16a", "proxy asks for a login", Seen.LastGood, "upstream.proxy", 407);
        yield return new("16c", "proxy is dead", Seen.LastGood, "upstream.proxy") { Send = _ => SendByDeadProxyAsync() };
        yield return Body(
            "16b", "proxy answers its own HTML", Seen.LastGood, "payload.not_json", "<html><h1>Proxy error</h1></html>", "text/html");
    }

    private static IEnumerable<FaultRow> Statuses()
    {
        yield return Wire(
            "17", "204", Seen.LastGood, "upstream.unexpected_status",
            call => call.SendAsync("HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n"));
        yield return Wire(
            "18", "304 not asked for", Seen.LastGood, "upstream.bad_304",
            call => call.SendAsync("HTTP/1.1 304 Not Modified\r\nConnection: close\r\n\r\n"));
        yield return Wire("19", "304 properly", Seen.StillGood, null, call => call.HasValidators
            ? call.SendAsync("HTTP/1.1 304 Not Modified\r\nETag: \"v1\"\r\nConnection: close\r\n\r\n")
            : call.AnswerAsync(200, "ETag: \"v1\"\r\n", Bytes(Good(FaultyUpstream.LastGoodName)))) with { HasValidators = true };
        yield return Status("20", "206 unasked", Seen.LastGood, "upstream.unexpected_status", 206, "Content-Range: bytes 0-9/100\r\n");
        foreach (var status in (int[])[301, 302, 303, 307, 308])
            yield return Status(
                $"21-{status}", $"{status} to another host", Seen.LastGood, "upstream.redirect_foreign", status,
                "Location: https://elsewhere.example.org/x\r\n");
        yield return Status(
            "21-port", "redirect to another port", Seen.LastGood, "upstream.redirect_foreign", 302, "Location: http://127.0.0.1:1/x\r\n");
        yield return Wire(
            "22", "redirect on the same origin", Seen.NewAnswer, null, call => call.Head.Contains("&moved=", StringComparison.Ordinal)
            ? call.AnswerAsync(200, "", Bytes(Good(FaultyUpstream.NewName)))
            : call.AnswerAsync(307, $"Location: {call.Head.Split(' ')[1]}&moved=1\r\n"));
        yield return Wire(
            "22b", "redirect to an address that is not ASCII", Seen.NewAnswer, null,
            call => call.Head.Contains("&moved=%C3", StringComparison.Ordinal)
                ? call.AnswerAsync(200, "", Bytes(Good(FaultyUpstream.NewName)))
                : call.AnswerAsync(307, $"Location: {call.Head.Split(' ')[1]}&moved=\u00e9\r\n"));
        yield return Wire(
            "23", "redirect loop", Seen.LastGood, "upstream.redirect_loop",
            call => call.AnswerAsync(302, $"Location: {call.Head.Split(' ')[1]}\r\n"));
        yield return Status("24a", "400", Seen.LastGood, "request.rejected", 400);
        yield return Status("24b", "422", Seen.LastGood, "request.rejected", 422);
        yield return Status("25", "401", Seen.LastGood, "auth.rejected", 401);
        yield return Status("26", "403", Seen.LastGood, "auth.forbidden", 403);
        yield return Status("27", "404", Seen.LastGoodThenEmpty, "business.not_found", 404);
        yield return Status("28", "410", Seen.Empty, "business.gone", 410);
        yield return Status("29a", "408", Seen.LastGood, "upstream.not_now", 408);
        yield return Status("29b", "425", Seen.LastGood, "upstream.not_now", 425);
        yield return Status("30", "429, Retry-After seconds", Seen.LastGood, "rate.limited", 429, "Retry-After: 30\r\n");
        yield return Status(
            "31", "429, Retry-After date", Seen.LastGood, "rate.limited", 429,
            "Date: Sat, 18 Jul 2020 10:00:00 GMT\r\nRetry-After: Sat, 18 Jul 2020 10:00:40 GMT\r\n");
        foreach (var nonsense in (string[])["", "-5", "1.5", "99999999999", "soon"])
            yield return Status(
                $"32-{nonsense}", $"429, Retry-After '{nonsense}'", Seen.LastGood, "rate.limited", 429,
                nonsense.Length == 0 ? "" : $"Retry-After: {nonsense}\r\n");
        foreach (var status in (int[])[500, 502, 504])
            yield return Status($"33-{status}", $"{status}", Seen.LastGood, "upstream.5xx", status);
        yield return Status("34", "503 with Retry-After", Seen.LastGood, "upstream.unavailable", 503, "Retry-After: 20\r\n");
        foreach (var status in (int[])[503, 520, 599, 0, 99, 999])
            yield return Status($"35-{status:000}", $"{status:000}", Seen.LastGood, "upstream.5xx", status);
    }

    private static FaultRow Wire(string id, string name, Seen seen, string? log, Func<RawCall, Task> answer) =>
        new(id, name, seen, log) { Answer = answer };

    private static FaultRow Status(string id, string name, Seen seen, string log, int status, string headers = "") =>
        Wire(id, name, seen, log, call => call.AnswerAsync(status, headers, Bytes("""{"error":"a fault"}""")));

    private static FaultRow Body(string id, string name, Seen seen, string? log, string body, string type = "application/json") =>
        Body(id, name, seen, log, Bytes(body), type);

    private static FaultRow Body(
        string id, string name, Seen seen, string? log, byte[] body, string type = "application/json", string headers = "") =>
        Wire(id, name, seen, log, call => call.AnswerAsync(200, $"Content-Type: {type}\r\n{headers}", body));

    private static byte[] Bytes(string text) => System.Text.Encoding.UTF8.GetBytes(text);
}
