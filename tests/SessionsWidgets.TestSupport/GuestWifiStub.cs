using System.Collections.Concurrent;
using System.Net;
using System.Net.Http;

namespace SessionsWidgets.TestSupport;

/// <summary>Stands for both APIs in the process: the guest Wi-Fi on <c>wifi.example.com</c>, the sessions API anywhere else.
/// Thread-safe.</summary>
public sealed class GuestWifiStub : HttpMessageHandler
{
    private readonly ConcurrentQueue<Uri> _asked = new();
    private readonly ConcurrentQueue<string?> _headers = new();

    /// <summary>What was asked of the guest Wi-Fi API, in order.</summary>
    public IReadOnlyList<Uri> Asked => [.. _asked];

    /// <summary>The Authorization header of each of these requests.</summary>
    public IReadOnlyList<string?> Headers => [.. _headers];

    /// <summary>Answers a request of the guest Wi-Fi API; settable in between.</summary>
    public Func<HttpRequestMessage, HttpResponseMessage> Answer { get; set; } = request => request.RequestUri!.AbsolutePath switch
    {
        "/sessions" => StubHandler.Json(Guests.Page([Guests.Item("a"), Guests.Item("b", end: null)])),
        "/sessions/count" => StubHandler.Json(Guests.Count(14)),
        _ => StubHandler.Json(Guests.Duration("172.31.98.114", 5042)),
    };

    /// <summary>Answers a request of the sessions API.</summary>
    public Func<HttpRequestMessage, HttpResponseMessage> AnswerSessions { get; set; } = _ =>
        StubHandler.Json(Sessions.Page(Sessions.Item("ses_1")));

    public static HttpResponseMessage Status(HttpStatusCode status, string? retryAfter = null)
    {
        var response = new HttpResponseMessage(status);
        if (retryAfter is not null) response.Headers.TryAddWithoutValidation("Retry-After", retryAfter);
        return response;
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.RequestUri!.Host != "wifi.example.com") return Task.FromResult(AnswerSessions(request));
        _asked.Enqueue(request.RequestUri);
        _headers.Enqueue(
            request.Headers.TryGetValues("Authorization", out var values)
                ? string.Join(',', values)
                : request.Headers.TryGetValues("X-Wifi-Token", out var own) ? string.Join(',', own) : null);
        return Task.FromResult(Answer(request));
    }
}
