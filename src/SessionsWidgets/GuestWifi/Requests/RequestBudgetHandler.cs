using System.Net.Http;
using System.Threading.RateLimiting;

namespace SessionsWidgets;

/// <summary>Takes a permit for every request that is sent, retries and redirects included.</summary>
/// <remarks>Thread-safe. Does not own the inner handler.</remarks>
internal sealed class RequestBudgetHandler(Func<HttpMessageHandler> next, RequestBudget budget, Uri shown) : HttpMessageHandler
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
