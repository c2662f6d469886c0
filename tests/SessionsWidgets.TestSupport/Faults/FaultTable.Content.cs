using System.IO.Compression;
using System.Text;

namespace SessionsWidgets.TestSupport.Faults;

/// <content>Answers that arrive whole and say something wrong.</content>
public static partial class FaultTable
{
    private static readonly string New = Good(FaultyUpstream.NewName);

    private static IEnumerable<FaultRow> Bodies()
    {
        yield return Body("36", "200 with HTML", Seen.LastGood, "payload.not_json", "<!doctype html><title>Log in</title>", "text/html");
        yield return Body("37a", "200 with an error object", Seen.LastGood, "payload.shape", """{"error":"no"}""");
        yield return Body("37b", "200 with another shape", Seen.LastGood, "payload.shape", """{"data":{"items":[]}}""");
        yield return Body("37c", "200 with null", Seen.LastGood, "payload.shape", "null");
        yield return Body("38a", "wrong charset label", Seen.NewAnswer, null, New, "application/json; charset=utf-16");
        yield return Body("38b", "unknown charset label", Seen.NewAnswer, null, New, "application/json; charset=klingon");
        yield return Body("38c", "no content type that makes sense", Seen.NewAnswer, null, New, "nonsense");
        yield return Body("39", "byte order mark", Seen.NewAnswer, null, [0xEF, 0xBB, 0xBF, .. Bytes(New)]);
        yield return Body("40a", "UTF-16", Seen.LastGood, "payload.encoding", Encoding.Unicode.GetBytes(New));
        yield return Body(
            "40b", "UTF-16 with its mark", Seen.LastGood, "payload.encoding", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(New)]);
        yield return Body(
            "40c", "invalid UTF-8 in one field", Seen.NewAnswer, null,
            Replace(Sessions.Page(Session(FaultyUpstream.NewName, 1, "\"note\":\"?\"")), (byte)'?', [0xC3, 0x28]));
        yield return Body("41", "truncated JSON", Seen.LastGood, "payload.invalid_json", New[..^20]);
        yield return Body(
            "42a", "gzip bomb", Seen.LastGood, "payload.too_large", Compressed(s => new GZipStream(s, CompressionLevel.Fastest), 64),
            "application/json", "Content-Encoding: gzip\r\n");
        yield return Body(
            "42b", "brotli bomb", Seen.LastGood, "payload.too_large", Compressed(s => new BrotliStream(s, CompressionLevel.Fastest), 64),
            "application/json", "Content-Encoding: br\r\n");
        yield return Wire(
            "43a", "50 MB, and says so", Seen.LastGood, "payload.too_large",
            call => call.SendAsync("HTTP/1.1 200 OK\r\nContent-Length: 52428800\r\n\r\n{"));
        yield return Wire("43b", "an answer without end", Seen.LastGood, "payload.too_large", async call =>
        {
            await call.SendAsync("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n");
            for (var i = 0; i < 50; i++) await call.SendAsync(new byte[1024 * 1024]);
        });
        yield return Wire(
            "43c", "more than it says", Seen.LastGood, "payload.invalid_json",
            call => call.SendAsync($"HTTP/1.1 200 OK\r\nContent-Length: 20\r\nConnection: close\r\n\r\n{New}"));
        yield return Wire(
            "43d", "less than it says", Seen.LastGood, "upstream.truncated",
            call => call.SendAsync($"HTTP/1.1 200 OK\r\nContent-Length: 9000\r\nConnection: close\r\n\r\n{New}"));
        yield return Body(
            "44a", "says gzip and is plain", Seen.LastGood, "payload.encoding", Bytes(New), "application/json",
            "Content-Encoding: gzip\r\n");
        yield return Body(
            "44b", "says br and is plain", Seen.LastGood, "payload.encoding", Bytes(New), "application/json", "Content-Encoding: br\r\n");
        yield return Body(
            "45a", "nested 100,000 deep", Seen.LastGood, "payload.too_deep",
            $$"""{"data":{{new string('[', 100_000)}}{{new string(']', 100_000)}}}""");
        yield return Body(
            "45b", "opened 100,000 times and never closed", Seen.LastGood, "payload.too_deep",
            $$"""{"data":{{new string('[', 100_000)}}""");
        foreach (var name in (string[])["data", "meta", "links"])
            yield return Body(
                $"46-{name}", $"{name} twice", Seen.LastGood, "payload.duplicate_key", New.Insert(1, $"\"{name}\":{{}},\"{name}\":{{}},"));
        yield return Body(
            "46-item", "a name twice in an item", Seen.NewAnswer, "payload.items_dropped",
            Sessions.Page(Session(FaultyUpstream.NewName, 1), Session(FaultyUpstream.NewName, 2, "\"id\":\"again\"")));
        yield return Body("47a", "trailing bytes", Seen.LastGood, "payload.invalid_json", New + "x");
        yield return Body("47b", "a comment", Seen.LastGood, "payload.invalid_json", "/* hello */" + New);
        yield return Body(
            "47c", "NaN", Seen.LastGood, "payload.invalid_json", Sessions.Page(Session(FaultyUpstream.NewName, 1, "\"rating\":NaN")));
        yield return Body("47d", "single quotes", Seen.LastGood, "payload.invalid_json", New.Replace('"', '\''));
        yield return Body(
            "48a", "lone surrogate", Seen.NewAnswer, null, Sessions.Page(Session(FaultyUpstream.NewName, 1, "\"note\":\"a\\ud800b\"")));
        yield return Body("48b", "NUL", Seen.NewAnswer, null, Sessions.Page(Session(FaultyUpstream.NewName, 1, "\"note\":\"a\\u0000b\"")));
        yield return Body("48c", "lone surrogate in a name of the envelope", Seen.NewAnswer, null, New.Insert(1, "\"\\ud800\":1,"));
        yield return Body(
            "48d", "lone surrogate in a name of an item", Seen.NewAnswer, null,
            Sessions.Page(Session(FaultyUpstream.NewName, 1), Session(FaultyUpstream.NewName, 2, "\"\\ud800\":1")));
    }

    private static IEnumerable<FaultRow> Values()
    {
        yield return Item("49a", "cigar null, venue null", "\"cigar\":null,\"venue\":null");
        yield return Body(
            "49b", "user null", Seen.NewAnswer, "payload.items_dropped",
            Sessions.Page(Session(FaultyUpstream.NewName, 1), """{"id":"x","createdAt":"2026-07-18T23:12:00Z","user":null}"""));
        yield return Body(
            "49c", "most users null", Seen.LastGood, "payload.mostly_broken",
            Sessions.Page(Session(FaultyUpstream.NewName, 1), "{}", "{}"));
        yield return Item("50", "text for number and number for text", "\"rating\":\"4.8\",\"durationSeconds\":\"x\",\"note\":7");
        yield return Body(
            "51", "an object where a list is expected", Seen.LastGood, "payload.shape",
            "{\"data\":" + Session(FaultyUpstream.NewName, 1) + "}");
        yield return Item("52", "unknown fields", "\"password\":\"hunter2\",\"deep\":{\"a\":[1,2,{\"b\":null}]}");
        foreach (var rating in (string[])["1e400", "-3", "11", "123456789012345678901234567890"])
            yield return Item($"53 {rating}", $"rating {rating}", $"\"rating\":{rating}");
        yield return Item("54a", "negative duration", "\"durationSeconds\":-5");
        yield return Item("54b", "ended before it started", "\"startedAt\":\"2026-07-18T22:00:00Z\",\"endedAt\":\"2026-07-18T21:00:00Z\"");
        string[] dates =
        [
            "2026-07-18", "2026-07-18T22:00:00", "2026-07-18 9:50 AM", "1784416320", "2026-13-18T22:00:00Z", "0001-01-01T00:00:00Z",
            "9999-12-31T23:59:59Z", "2026-06-30T23:59:60Z",
        ];
        foreach (var date in dates)
            yield return Body(
                $"55 {date}", $"date {date}", Seen.NewAnswer, null,
                Sessions.Page(Sessions.Item("x", date).Replace("Jo Example", FaultyUpstream.NewName, StringComparison.Ordinal)));
        yield return Body(
            "55 number", "date in seconds", Seen.NewAnswer, null,
            Sessions.Page("""{"id":"x","createdAt":1784416320,"user":{"displayName":"Brand New"}}"""));
        yield return Wire(
            "56", "its clock is hours off", Seen.NewAnswer, "clock.skew",
            call => call.AnswerAsync(200, "Date: Sun, 19 Jul 2026 09:00:00 GMT\r\n", Bytes(New)));
        string[] urls =
        [
            "javascript:alert(1)", "data:image/svg+xml,x", "vbscript:x", "//elsewhere.example.org/a.png", "ja\\tvascript:alert(1)",
            "http://elsewhere.example.org/a.png", "https://@elsewhere.example.org/a.png", "https://192.168.1.1/a.png",
            "https://169.254.169.254/latest", "https://[fd00::1]/a.png", "https://0xa9fea9fe/a.png", "https://printer.local/a.png",
            "https://intranet/a.png",
        ];
        foreach (var url in urls)
            yield return Item(
                $"57 {url}", $"picture at {url}", $"\"cigar\":{{\"name\":\"Lancero\",\"imageUrl\":\"{url}\"}}", "item.url_refused");
        yield return Item(
            "58",
            "overrides, zero-width and piles of marks",
            $"\"note\":\"a\\u202eb\\u200bc\\u0001{string.Concat(Enumerable.Repeat("\u0301", 200))}\"");
        (string Letter, string Name)[] invisible = [("b", "\\u200d"), ("c", "\\u3164\\u00ad"), ("d", "\\udb40\\udc67")];
        foreach (var (letter, name) in invisible)
            yield return Body(
                $"58{letter}", $"a name that nobody sees: {name}", Seen.NewAnswer, null,
                Sessions.Page(
                    Session(FaultyUpstream.NewName, 1),
                    $$$"""{"id":"x","createdAt":"2026-07-18T23:12:00Z","user":{"displayName":"{{{name}}}"}}"""));
        yield return Item(
            "59c", "a note that is one grapheme", $"\"note\":\"{string.Concat(Enumerable.Repeat("\U0001F469\u200D", 3000))}\"");
        yield return Item("59a", "a note of 1 MB", $"\"note\":\"{new string('n', 1_000_000)}\"");
        yield return Item("59b", "a name of 10,000", $"\"cigar\":{{\"name\":\"{new string('n', 10_000)}\"}}");
        yield return Body("60", "an empty list", Seen.Empty, null, """{"data":[],"meta":{"count":0}}""");
        yield return Body("61a", "no meta", Seen.NewAnswer, null, $$"""{"data":[{{Session(FaultyUpstream.NewName, 1)}}]}""");
        yield return Body(
            "61b", "it miscounts", Seen.NewAnswer, "payload.count_mismatch",
            $$"""{"data":[{{Session(FaultyUpstream.NewName, 1)}}],"meta":{"count":17} }""");
        yield return Body(
            "61d", "its numbers are whole ones with a point", Seen.NewAnswer, null,
            $$"""{"data":[{{Session(FaultyUpstream.NewName, 1)}}],"meta":{"count":1.0,"limit":1e1} }""");
        yield return Body(
            "61c", "empty, but it counts some", Seen.LastGood, "payload.empty_but_counted", """{"data":[],"meta":{"count":3} }""");
        foreach (var next in (string[])["https://elsewhere.example.org/sessions", "[[BaseUrl]]/sessions?page=2", "http://127.0.0.1:1/"])
            yield return Body(
                $"62 {next}", $"next page at {next}", Seen.NewAnswer, null,
                New.Insert(1, $"\"links\":{{\"next\":\"{next}\",\"last\":null}},"));
    }

    private static FaultRow Item(string id, string name, string more, string? log = null) =>
        Body(id, name, Seen.NewAnswer, log, Sessions.Page(Session(FaultyUpstream.NewName, 1, more)));

    private static byte[] Replace(string text, byte one, byte[] by) => Bytes(text).SelectMany(b => b == one ? by : [b]).ToArray();

    private static byte[] Compressed(Func<Stream, Stream> compress, int megabytes)
    {
        using var result = new MemoryStream();
        using (var stream = compress(result))
        {
            var zeros = new byte[1024 * 1024];
            for (var i = 0; i < megabytes; i++) stream.Write(zeros);
        }

        return result.ToArray();
    }
}
