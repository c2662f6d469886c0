using System.Net;

namespace SessionsWidgets.TestSupport.Faults;

/// <summary>The good answers of an endpoint before and after a fault, and by what they are told apart.</summary>
public sealed record FaultResponses
{
    /// <summary>The guest whose duration is asked for: whoever opens the pages of a test.</summary>
    public static IPAddress Visitor => IPAddress.Loopback;

    /// <summary>What a page shows of the good answer.</summary>
    public required string LastGood { get; init; }

    /// <summary>What a page shows of a new answer.</summary>
    public required string New { get; init; }

    /// <summary>The body of the good answer.</summary>
    public required string LastGoodBody { get; init; }

    /// <summary>The body of a new answer, with places for more members: <c>@envelope</c>, <c>@meta</c>, <c>@links</c>, <c>@item</c>,
    /// <c>@part</c>.</summary>
    public required string NewBody { get; init; }

    /// <summary>Whether an answer is kept, and so can be a last good one.</summary>
    public bool IsKept { get; init; } = true;

    /// <summary>When a visitor waits for a new answer.</summary>
    public TimeSpan StaleAfter { get; init; } = new CachePolicy().FreshFor + new CachePolicy().StaleWhileRevalidate;

    private static FaultResponses OfSessions => new()
    {
        LastGood = FaultyUpstream.LastGoodName,
        New = FaultyUpstream.NewName,
        LastGoodBody = FaultTable.Good(FaultyUpstream.LastGoodName),
        NewBody = """
            {@envelope"data":[{@item"id":"ses_1","createdAt":"2026-07-18T21:12:00.000Z","user":{@part"displayName":"Brand New"}}],
             "meta":{@meta"count":1},"links":{@links"next":null}}
            """,
    };

    private static FaultResponses OfEvents => new()
    {
        LastGood = FaultyUpstream.LastGoodName,
        New = FaultyUpstream.NewName,
        LastGoodBody = Sessions.Page(
            Enumerable.Range(1, 3).Select(i => Events.Item($"evt_{i}", $"2030-07-1{i}T23:00:00Z", title: FaultyUpstream.LastGoodName))),
        NewBody = """
            {@envelope"data":[{@item"id":"evt_1","title":"Brand New","startsAt":"2030-07-18T21:12:00.000Z","place":{@part"x":1}}],
             "meta":{@meta"count":1},"links":{@links"next":null}}
            """,
    };

    private static FaultResponses OfGuestCount => new()
    {
        LastGood = ">411<",
        New = ">622<",
        LastGoodBody = Guests.Count(411),
        NewBody = """{@envelope"count":622,"meta":{@meta"count":1},"links":{@links"next":null}}""",
    };

    private static FaultResponses OfGuestList => new()
    {
        LastGood = "Average stay 17",
        New = "Average stay 43",
        LastGoodBody = Guests.Page(GuestItems("00:17:00", "")),
        NewBody = Guests.Page(GuestItems("00:43:00", "@item\"x\":{@part\"y\":1}"), more: "@envelope\"meta\":{@meta\"from\":1,\"to\":3}")
            .Replace("\"links\":{", "\"links\":{@links", StringComparison.Ordinal),
        // Counts by day are fresh for ten minutes, and the sample comes with them.
        StaleAfter = TimeSpan.FromMinutes(20),
    };

    private static FaultResponses OfGuestDurations => new()
    {
        LastGood = "PT17M",
        New = "PT43M",
        LastGoodBody = Guests.Duration($"{Visitor}", 17 * 60),
        NewBody = $$$"""[{@item"ip_address":"{{{Visitor}}}","duration":2580,"more":{@part"x":1}}]""",
        IsKept = false,
    };

    public static FaultResponses Of(FaultEndpoint endpoint) => endpoint switch
    {
        FaultEndpoint.Events => OfEvents,
        FaultEndpoint.GuestCount => OfGuestCount,
        FaultEndpoint.GuestList => OfGuestList,
        FaultEndpoint.GuestDurations => OfGuestDurations,
        _ => OfSessions,
    };

    /// <summary>The places that a new answer has.</summary>
    public IEnumerable<string> Places => s_places.Where(place => NewBody.Contains(place, StringComparison.Ordinal));

    private static readonly string[] s_places = ["@envelope", "@meta", "@links", "@item", "@part"];

    /// <summary>A new answer with a member more at a place; null for none.</summary>
    public string NewWith(string? at, string member)
    {
        var body = at is null ? NewBody : NewBody.Replace(at, $"{member},", StringComparison.Ordinal);
        return s_places.Aggregate(body, (text, place) => text.Replace(place, "", StringComparison.Ordinal));
    }

    private static IEnumerable<string> GuestItems(string duration, string more) =>
        Enumerable.Range(1, 3).Select(i => Guests.Item($"guest{i}", duration: duration, more: more.Length == 0 ? null : more));
}
