using System.Net;
using System.Net.Http;
using System.Text;

namespace SessionsWidgets.TestSupport;

/// <summary>Answers requests in the process, for tests about what an answer says and not about the wire.</summary>
public sealed class StubHandler(Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> answer) : HttpMessageHandler
{
    private int _requests;

    public StubHandler(string json)
        : this((_, _) => Task.FromResult(Json(json)))
    {
    }

    public int Requests => Volatile.Read(ref _requests);

    public Uri? LastUri { get; private set; }

    public static HttpResponseMessage Json(string json, HttpStatusCode status = HttpStatusCode.OK) =>
        new(status) { Content = new StringContent(json, Encoding.UTF8, "application/json") };

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _requests);
        LastUri = request.RequestUri;
        return answer(request, cancellationToken);
    }
}
