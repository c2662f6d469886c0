using System.Net;

namespace SessionsWidgets.Preview.Examples;

/// <summary>What the APIs respond where there is little, nothing, or no answer.</summary>
internal static class FixedResponses
{
    private const string SparseSessions = """
        {"data":[
          {"id":"ses_1","createdAt":"2026-07-18T23:12:00Z","user":{}},
          {"id":"ses_2","createdAt":"not a date","user":{"displayName":"Sam K."},"cigar":{"name":"No. 7"}}
        ],"meta":{"count":2}}
        """;

    private const string SparseEvents = """
        {"data":[
          {"id":"evt_1","title":"Cigar Night","startsAt":"2026-07-23T23:00:00Z"},{"id":"evt_2","title":"No start"}
        ],"meta":{"count":2}}
        """;

    private const string SparseGuests = """
        {"data":[{"start_time":"2026-07-18T20:00:00+00:00","end_time":"2026-07-18T21:00:00+00:00"}],"links":{"next":null}}
        """;

    /// <summary>Only what every item has, and items that lack even that.</summary>
    public static HttpMessageHandler Sparse() => new FixedResponse(static uri => uri.Segments[^1].TrimEnd('/') switch
    {
        _ when uri.Host == ExampleApi.BaseUrls.Sessions.Host => uri.Segments[^1] == "events" ? SparseEvents : SparseSessions,
        "sessions" => SparseGuests,
        "count" => """{"count":1}""",
        _ => """{"ip_address":"10.1.1.5","duration":0}""",
    });

    public static HttpMessageHandler None() => new FixedResponse(static uri => uri.Segments[^1].TrimEnd('/') switch
    {
        _ when uri.Host == ExampleApi.BaseUrls.Sessions.Host => """{"data":[],"meta":{"count":0}}""",
        "sessions" => """{"data":[],"links":{"next":null}}""",
        "count" => """{"count":0}""",
        _ => "[]",
    });

    public static HttpMessageHandler Unavailable() => new FixedResponse(static _ => "{}", HttpStatusCode.InternalServerError);
}
