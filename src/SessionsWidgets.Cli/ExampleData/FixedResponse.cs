using System.Net;
using System.Text;

namespace SessionsWidgets.Cli.ExampleData;

/// <summary>Responds to each request with one of these texts.</summary>
internal sealed class FixedResponse(Func<Uri, string> json) : HttpMessageHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK)
        {
            Content = new StringContent(json(request.RequestUri!), Encoding.UTF8, "application/json"),
        });
}
