using System.Net;
using SessionsWidgets.Cli.ExampleData;
using SessionsWidgets.Sandbox.Data;

namespace SessionsWidgets.Cli.Check;

/// <summary>The states of the APIs that templates are rendered in: full data, sparse data, and none.</summary>
internal sealed class CheckData : TimeProvider
{
    private const string SparseSessions = """
        {"data":[
          {"id":"ses_1","createdAt":"2026-07-18T23:12:00Z","user":{}},
          {"id":"ses_2","createdAt":"not a date","user":{"displayName":"?"},"cigar":{"name":"C"}}
        ],"meta":{"count":2}}
        """;

    private const string SparseEvents = """
        {"data":[
          {"id":"evt_1","title":"Cigar Night","startsAt":"2099-07-18T23:00:00Z"},{"id":"evt_2","title":"No start"}
        ],"meta":{"count":2}}
        """;

    private const string SparseGuests = """
        {"data":[{"start_time":"2026-07-18T20:00:00+00:00","end_time":"2026-07-18T21:00:00+00:00"}],"links":{"next":null}}
        """;

    private static readonly DateTimeOffset Now = new(2026, 7, 18, 23, 30, 0, TimeSpan.Zero);

    public CheckData()
    {
        // What must never become markup is in it, and every optional part: pictures, too.
        var full = new SandboxData(1, this, isHostile: true);
        States =
        [
            ("full data", () => new ExampleApi(full, "https://cdn.example.com")),
            ("sparse data", () => new FixedResponse(Sparse)),
            ("no data", () => new FixedResponse(None)),
        ];
    }

    /// <summary>Each state, and what responds in it.</summary>
    public IReadOnlyList<(string Name, Func<HttpMessageHandler> CreateHandler)> States { get; }

    /// <summary>The address of a guest who is online.</summary>
    public static IPAddress Guest { get; } = IPAddress.Parse("10.1.1.5");

    /// <summary>Options that reveal everything.</summary>
    public static GuestWifiOptions GuestWifi { get; } = new()
    {
        ApiBaseUrl = ExampleApi.BaseUrls.GuestWifi,
        ClientNetworks = ["10.1.1.0/24"],
        RevealToStaff = GuestFields.Guest | GuestFields.Mac | GuestFields.Ip | GuestFields.AccessCode,
    };

    /// <summary>The time of the data, so that every check sees the same.</summary>
    public override DateTimeOffset GetUtcNow() => Now;

    private static string Sparse(Uri uri) => uri.Segments[^1].TrimEnd('/') switch
    {
        _ when uri.Host == ExampleApi.BaseUrls.Sessions.Host => uri.Segments[^1] == "events" ? SparseEvents : SparseSessions,
        "sessions" => SparseGuests,
        "count" => """{"count":1}""",
        _ => """{"ip_address":"10.1.1.5","duration":0}""",
    };

    private static string None(Uri uri) => uri.Segments[^1].TrimEnd('/') switch
    {
        _ when uri.Host == ExampleApi.BaseUrls.Sessions.Host => """{"data":[],"meta":{"count":0}}""",
        "sessions" => """{"data":[],"links":{"next":null}}""",
        "count" => """{"count":0}""",
        _ => "[]",
    };
}
