using System.Collections.Specialized;
using System.Net;
using System.Net.Http.Headers;
using System.Web;
using SessionsWidgets.Sandbox.Answers;
using SessionsWidgets.Sandbox.Answers.GuestWifi;
using SessionsWidgets.Sandbox.Data;

namespace SessionsWidgets.Preview.Examples;

/// <summary>Responds like both APIs from the sandbox's data, without a server. Thread-safe.</summary>
/// <param name="data">The data; every business, cigar and location has some of it.</param>
/// <param name="pictures">Where the pictures are, without a slash at the end; null leaves their addresses out.</param>
internal sealed class ExampleApi(SandboxData data, string? pictures) : HttpMessageHandler
{
    /// <summary>The addresses of the APIs, which nothing connects to.</summary>
    public static (Uri Sessions, Uri GuestWifi) BaseUrls { get; } = (new("https://api.example.com"), new("https://wifi.example.com"));

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        Task.FromResult(Respond(request.RequestUri!));

    private HttpResponseMessage Respond(Uri uri)
    {
        NameValueCollection values = HttpUtility.ParseQueryString(uri.Query);
        var query = new QueryReader(name => values.GetValues(name) ?? []);
        var answer = Read(uri, query);
        if (query.Error is not null) return new HttpResponseMessage(HttpStatusCode.BadRequest);
        if (answer is null) return new HttpResponseMessage(HttpStatusCode.NotFound);
        var content = new ReadOnlyMemoryContent(answer.ToUtf8(pictures));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        return new HttpResponseMessage(HttpStatusCode.OK) { Content = content };
    }

    private JsonAnswer? Read(Uri uri, QueryReader query)
    {
        var path = uri.GetLeftPart(UriPartial.Path);
        return path.Split('/').Select(Uri.UnescapeDataString).ToArray() switch
        {
            [.., "venues", var id, "sessions"] => SessionAnswer.Read(data.Sessions, Found(OwnerKind.Venue, id), query),
            [.., "brands", var id, "sessions"] => SessionAnswer.Read(data.Sessions, Found(OwnerKind.Brand, id), query),
            [.., "cigars", var id, "sessions"] => SessionAnswer.Read(data.Sessions, Found(OwnerKind.Cigar, id), query),
            [.., "venues", var id, "events"] => EventAnswer.Read(data.Events, Found(OwnerKind.Venue, id), query),
            [.., "brands", var id, "events"] => EventAnswer.Read(data.Events, Found(OwnerKind.Brand, id), query),
            [.., "venues", var id, "checkins"] => CheckInAnswer.Read(data.CheckIns, Found(OwnerKind.Venue, id), query),
            [.., "sessions"] => GuestAnswer.Page(data.GuestSessions, query, anyLocation: true, path),
            [.., "sessions", "count"] => GuestAnswer.Count(data.GuestSessions, query, anyLocation: true),
            [.., "sessions", var address] => GuestAnswer.Duration(data.GuestSessions, address),
            _ => null,
        };
    }

    private static Owner Found(OwnerKind kind, string id) => new Owner(kind, id).Find(anyBusiness: true)!;
}
