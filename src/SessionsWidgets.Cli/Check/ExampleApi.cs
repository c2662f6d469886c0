using System.Net;
using System.Net.Http;
using System.Text;

namespace SessionsWidgets.Cli.Check;

/// <summary>Responds like the sessions API, with example data.</summary>
internal sealed class ExampleApi(string json) : HttpMessageHandler
{
    /// <summary>Full data with a session in progress, sparse data, and none.</summary>
    public static IReadOnlyList<(string Name, string Json)> Examples { get; } =
    [
        ("full data", """
            {"data":[
              {"id":"ses_1","createdAt":"2026-07-18T23:12:00Z","startedAt":"2026-07-18T23:10:00Z",
               "user":{"id":"usr_1","displayName":"Jo Example","avatarUrl":"https://cdn.example.com/users/1.jpg"},
               "cigar":{"id":"cgr_1","name":"Reserva <Robusto>","brandName":"Casa & Sons",
                 "imageUrl":"https://cdn.example.com/cigars/1.jpg"},
               "venue":{"id":"lounge","name":"The \"Lounge\""}},
              {"id":"ses_2","createdAt":"2026-07-17T20:00:00Z","startedAt":"2026-07-17T18:00:00Z","endedAt":"2026-07-17T19:10:00Z",
               "durationSeconds":4200,"rating":4.8,"note":"Cedar & cream, <b>slow</b> burn.\nTwo lines.",
               "user":{"id":"usr_2","displayName":"نورة ع."},
               "cigar":{"id":"cgr_2","name":"Maduro Toro","brandName":"Casa & Sons"},
               "venue":{"id":"lounge","name":"The Lounge"}}
            ],"meta":{"count":2}}
            """),
        ("sparse data", """
            {"data":[
              {"id":"ses_1","createdAt":"2026-07-18T23:12:00Z","user":{}},
              {"id":"ses_2","createdAt":"not a date","user":{"displayName":"?"},"cigar":{"name":"C"}}
            ],"meta":{"count":2}}
            """),
        ("no data", """{"data":[],"meta":{"count":0}}"""),
    ];

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = request.RequestUri!.Host == ExampleGuestWifi.Host
            ? ExampleGuestWifi.Respond(request.RequestUri, hasData: json != Examples[^1].Json)
            : request.RequestUri.Segments[^1] == "events"
            ? ExampleEvents.Of(isFull: json == Examples[0].Json, isEmpty: json == Examples[^1].Json)
            : json;
        return Task.FromResult(
            new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(response, Encoding.UTF8, "application/json") });
    }
}
