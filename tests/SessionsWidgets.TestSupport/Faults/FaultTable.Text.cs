namespace SessionsWidgets.TestSupport.Faults;

/// <content>Names and strings that are no text, and payloads that are refused, at every endpoint of both APIs: all of row 48.</content>
public static partial class FaultTable
{
    /// <summary>Stands for a byte that is in no UTF-8.</summary>
    private const char RawByte = '\uE000';

    /// <summary>The rows of the guest Wi-Fi's endpoints.</summary>
    public static IReadOnlyList<FaultRow> GuestRows { get; } =
    [
        .. Payloads(FaultEndpoint.GuestCount), .. Payloads(FaultEndpoint.GuestList), .. Payloads(FaultEndpoint.GuestDurations),
        .. Counts(), .. Hanging(),
    ];

    /// <summary>The rows of the other lists of the sessions API.</summary>
    public static IReadOnlyList<FaultRow> ListRows { get; } =
        [.. ((FaultEndpoint[])[FaultEndpoint.Events, FaultEndpoint.CheckIns]).SelectMany(
            endpoint => Payloads(endpoint).Concat(BeforeReading(endpoint)))];

    /// <summary>The rows that every endpoint has, of all endpoints.</summary>
    public static IReadOnlyList<FaultRow> PayloadRows =>
        [.. Rows.Concat(ListRows).Concat(GuestRows).Where(r => r.IsOneRequest)];

    /// <summary>A row of any endpoint.</summary>
    public static FaultRow Find(string id) => Rows.Concat(ListRows).Concat(GuestRows).Single(r => r.Id == id);

    /// <summary>One row of each number, of those that fail before an item is read.</summary>
    private static IEnumerable<FaultRow> BeforeReading(FaultEndpoint endpoint) => Connection().Concat(Statuses()).Concat(Bodies())
        .Concat(Sent())
        .Where(static row => row.Seen is Seen.LastGood or Seen.LastGoodThenEmpty or Seen.Empty)
        .DistinctBy(static row => new string([.. row.Id.TakeWhile(char.IsAsciiDigit)]))
        .Select(row => row with { Id = $"{row.Id} {endpoint}", Endpoint = endpoint });

    /// <summary>Forms of one whole number.</summary>
    private static IEnumerable<FaultRow> Counts() => ((string[])["622.0", "6.22e2", "62200E-2", "\"622.0\""]).Select(count =>
        Body($"50 count {count}", $"a count of {count}", Seen.NewAnswer, null, $"{{\"count\":{count}}}") with
        {
            Endpoint = FaultEndpoint.GuestCount, IsOneRequest = true,
        });

    private static IEnumerable<FaultRow> Hanging() =>
        ((FaultEndpoint[])[FaultEndpoint.GuestCount, FaultEndpoint.GuestList, FaultEndpoint.GuestDurations]).Select(endpoint =>
            Wire($"9 {endpoint}", "headers never come", Seen.LastGood, "upstream.timeout", call => call.HangAsync()) with
            {
                Endpoint = endpoint, Hangs = true,
            });

    private static IEnumerable<FaultRow> Payloads(FaultEndpoint endpoint) =>
        Texts(endpoint).Concat(Refused(endpoint)).Select(row => row with { Endpoint = endpoint, IsOneRequest = true });

    /// <summary>Members that nobody looks for: the answer is good in spite of them, whatever they are.</summary>
    private static IEnumerable<FaultRow> Texts(FaultEndpoint endpoint)
    {
        var answers = FaultResponses.Of(endpoint);
        // All lists of the sessions API are read alike, but for their items.
        foreach (var at in answers.Places.Where(at => at == "@item" || endpoint is not (FaultEndpoint.Events or FaultEndpoint.CheckIns)))
        {
            yield return Text("lone surrogate in a name", at, "\"\\ud800\":1");
            yield return Text("broken UTF-8 in a name", at, $"\"{RawByte}\":1");
            yield return Text("names that differ in what is no text", at, $"\"\\udc00a\":1,\"{RawByte}b\":2");
            yield return Text(
                "values and names within that are no text", at, $"\"more\":[\"\\ud800\",{{\"{RawByte}\":\"\\udc00{RawByte}\"}}]");
        }

        FaultRow Text(string name, string at, string member) =>
            Body($"48 {endpoint} {at[1..]}: {name}", name, Seen.NewAnswer, null, WithRawBytes(answers.NewWith(at, member)));
    }

    /// <summary>Answers that cannot be used.</summary>
    private static IEnumerable<FaultRow> Refused(FaultEndpoint endpoint)
    {
        const string Nested = "{\"\\ud800\":";
        var good = FaultResponses.Of(endpoint).NewWith(null, "");
        yield return Refuse("a page", "payload.not_json", "<html>\\ud800</html>");
        yield return Refuse("cut in an escape", "payload.invalid_json", good[..^1] + ",\"\\ud8");
        yield return Refuse(
            "nested deeply", "payload.too_deep", string.Concat(Enumerable.Repeat(Nested, 100)) + "1" + new string('}', 100));
        yield return Refuse("another shape", "payload.shape", "{\"\\ud800\":1}");
        yield return Refuse("a string", "payload.shape", "\"\\ud800\"");
        if (endpoint == FaultEndpoint.GuestCount)
        {
            yield return Refuse("a name twice", "payload.duplicate_key", "{\"count\":1,\"c\\u006funt\":2}");
            yield return Refuse("no text for the number", "payload.shape", $"{{\"count\":\"\\ud800{RawByte}\"}}");
            yield break;
        }

        var item = endpoint == FaultEndpoint.GuestDurations ? "{\"ip_address\":\"\\ud800\",\"duration\":1}" : "\"\\ud800\"";
        var list = $"[{item},{{\"{RawByte}\":1}},{item}]";
        if (endpoint == FaultEndpoint.GuestDurations)
        {
            yield return Refuse("a name twice", "payload.duplicate_key", "{\"duration\":1,\"d\\u0075ration\":2}");
            yield return Refuse("items that are none", "payload.mostly_broken", list);
            yield break;
        }

        yield return Refuse("a name twice", "payload.duplicate_key", "{\"data\":[],\"d\\u0061ta\":[]}");
        yield return Refuse("items that are none", "payload.mostly_broken", $"{{\"data\":{list}}}");
        yield return Refuse("an object for the list", "payload.shape", "{\"data\":{\"\\ud800\":1}}");
        yield return Refuse(
            "counted and not there", "payload.empty_but_counted", "{\"data\":[],\"meta\":{\"\\ud800\":1,\"count\":3,\"from\":1,\"to\":3}}");

        FaultRow Refuse(string name, string log, string body) =>
            Body($"48 {endpoint}: {name}", name, Seen.LastGood, log, WithRawBytes(body));
    }

    private static byte[] WithRawBytes(string text) => [.. text.SelectMany(c => c == RawByte ? [0xFF] : Bytes($"{c}"))];
}
