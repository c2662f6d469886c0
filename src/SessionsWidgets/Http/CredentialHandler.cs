using System.Net.Http;
using Microsoft.Extensions.Http;

namespace SessionsWidgets;

/// <summary>The last handler before the wire: puts the key on the request and takes it off again, so that no other handler, log or trace
/// sees it.</summary>
internal sealed class CredentialHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (ApiKeyHeader.Of(request) is not { } credential) return await base.SendAsync(request, cancellationToken);
        request.Headers.TryAddWithoutValidation(credential.Header, credential.Reveal());
        try
        {
            return await base.SendAsync(request, cancellationToken);
        }
        finally
        {
            request.Headers.Remove(credential.Header);
        }
    }

    /// <summary>Puts it under whatever handlers the host's <see cref="IHttpClientFactory"/> is configured with, its logging
    /// included.</summary>
    internal sealed class Filter : IHttpMessageHandlerBuilderFilter
    {
        public Action<HttpMessageHandlerBuilder> Configure(Action<HttpMessageHandlerBuilder> next) => builder =>
        {
            next(builder);
            if (builder.Name is UpstreamHandlers.Name or UpstreamHandlers.GuestWifiName)
                builder.PrimaryHandler = new CredentialHandler(builder.PrimaryHandler);
        };
    }
}
