using System.Net.Http;
using System.Threading.RateLimiting;

namespace SessionsWidgets;

/// <summary>Takes a place in the endpoint's budget for every single request that goes out: retries and redirects too.</summary>
/// <remarks>Thread-safe. Does not own the handler behind it.</remarks>
internal sealed class GuestWifiHandler(Func<HttpMessageHandler> next, RequestBudget budget, Uri shown) : HttpMessageHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var lease = await budget.AcquireAsync(1, cancellationToken);
        if (!lease.IsAcquired)
        {
            lease.TryGetMetadata(MetadataName.RetryAfter, out var wait);
            throw GuestWifiEndpoint.OverBudget(shown, wait);
        }

        using var invoker = new HttpMessageInvoker(next(), disposeHandler: false);
        return await invoker.SendAsync(request, cancellationToken);
    }
}
