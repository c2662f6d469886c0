using System.Net.Http;
using Microsoft.Extensions.Http;

namespace SessionsWidgets;

/// <summary>The innermost handler: only here does the request carry the key, unseen by other handlers, logs and traces.</summary>
internal sealed class CredentialHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        SentAddress.Set(request);
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

    /// <summary>Adds the handler innermost to the clients of <see cref="IHttpClientFactory"/>.</summary>
    internal sealed class Filter : IHttpMessageHandlerBuilderFilter
    {
        public Action<HttpMessageHandlerBuilder> Configure(Action<HttpMessageHandlerBuilder> next) => builder =>
        {
            next(builder);
            if (SocketsHandlerFactory.IsName(builder.Name))
                builder.PrimaryHandler = new CredentialHandler(builder.PrimaryHandler);
        };
    }
}
