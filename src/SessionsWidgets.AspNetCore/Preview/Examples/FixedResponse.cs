using System.Net;
using System.Text;

namespace SessionsWidgets.Preview.Examples;

/// <summary>Responds to each request with one of these texts.</summary>
internal sealed class FixedResponse(Func<Uri, string> json, HttpStatusCode status = HttpStatusCode.OK) : HttpMessageHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        Task.FromResult(new HttpResponseMessage(status)
        {
            Content = new StringContent(json(request.RequestUri!), Encoding.UTF8, "application/json"),
        });
}
