using System.Net;
using System.Net.Http;
using Microsoft.Extensions.Logging;

namespace SessionsWidgets;

/// <summary>An endpoint of the API for one account, with its request budget. Errors hold no personal data.</summary>
/// <remarks>Thread-safe. Each endpoint has its own client, so that a rate limit of one does not stop the others.</remarks>
internal sealed class GuestWifiEndpoint : IDisposable
{
    /// <summary>The rate limit of upstream: 60 requests in 60 seconds per endpoint.</summary>
    private const int Requests = 60;

    /// <summary>The requests that bulk queries leave to single ones.</summary>
    private const int ReservedRequests = 15;

    private static readonly TimeSpan Window = TimeSpan.FromSeconds(60);

    private readonly ApiClient _api;
    private readonly ApiKeyHeader? _credential;
    private readonly RequestBudget _budget;
    private readonly RequestBudgetHandler _handler;

    /// <param name="handlers">Provides the handler of each request.</param>
    /// <param name="account">The account.</param>
    /// <param name="shown">The address in errors, logs and traces, as real ones can hold addresses of guests.</param>
    /// <param name="clocks">The clocks.</param>
    /// <param name="deadline">The timeout of a request, including the wait for the budget.</param>
    /// <param name="logger">The logger.</param>
    public GuestWifiEndpoint(
        Func<HttpMessageHandler> handlers, GuestWifiAccount account, Uri shown, Clocks clocks, TimeSpan deadline, ILogger logger)
    {
        Shown = shown;
        _credential = account.Token is { } token
            ? new ApiKeyHeader(token, account.TokenHeader, account.TokenScheme.Length == 0 ? null : account.TokenScheme)
            : null;
        // Leaves half of the deadline for the response.
        _budget = new RequestBudget(Requests, Window, deadline / 2, clocks);
        _handler = new RequestBudgetHandler(handlers, _budget, shown);
        _api = new ApiClient(() => _handler, clocks, deadline, logger);
    }

    /// <summary>The address that is safe to log.</summary>
    public Uri Shown { get; }

    public TimeSpan Deadline => _api.Deadline;

    /// <summary>Throws unless the budget has room for all requests of a bulk query and a reserve.</summary>
    /// <exception cref="ApiException">There is no room yet.</exception>
    public void EnsureRoom(int requests)
    {
        if (_budget.TimeUntilRoom(requests + ReservedRequests) is var wait && wait > TimeSpan.Zero) throw OverBudget(Shown, wait);
    }

    /// <summary>Sends a request and reads the response.</summary>
    /// <exception cref="ApiException">There is no usable response.</exception>
    public async Task<T> GetAsync<T>(Uri uri, Func<ApiResponse, T> read, TimeSpan? limit, CancellationToken cancellationToken)
    {
        try
        {
            return read(await _api.GetAsync(new ApiRequest(uri, _credential) { Shown = Shown, TimeLimit = limit }, cancellationToken));
        }
        catch (PayloadException e)
        {
            throw new ApiException(e.Fault, Shown, $"{e.Message}.", HttpStatusCode.OK);
        }
        catch (ApiException e)
        {
            throw new ApiException(e.Fault, Shown, Reason(e), e.StatusCode, e.RetryAfter) { IsShortCircuited = e.IsShortCircuited };
        }
    }

    public void Dispose()
    {
        _handler.Dispose();
        _budget.Dispose();
    }

    public static ApiException OverBudget(Uri shown, TimeSpan wait) =>
        new(ApiFault.RateLimited, shown, $"the budget of {Requests} requests a minute is used up.", null, wait) { IsShortCircuited = true };

    /// <summary>The reason of a 401, with the remedy: the same in the log and in a diagnosis.</summary>
    /// <param name="setting">The setting of the token.</param>
    /// <param name="token">The token that was sent; null if none was.</param>
    /// <param name="how">How to set a missing one; empty to leave it out.</param>
    public static string TokenRejected(string setting, Secret? token, string how = "") => token is null
        ? $"the token is missing (401): set {setting}{how}."
        : $"the token is refused (401): set {setting} to a valid one, and TokenHeader and TokenScheme beside it if the service wants "
            + $"others. The one that was sent has the fingerprint {token.Fingerprint}.";

    /// <summary>The reason, with the settings of this API.</summary>
    private string Reason(ApiException error) => error.StatusCode switch
    {
        HttpStatusCode.Unauthorized => TokenRejected("SessionsWidgets:GuestWifi:AccessToken", _credential?.Key),
        HttpStatusCode.Forbidden => "the token has no access here (403): check SessionsWidgets:GuestWifi:LocationId.",
        HttpStatusCode.NotFound => "unknown there (404): check SessionsWidgets:GuestWifi:ApiBaseUrl and LocationId.",
        >= HttpStatusCode.MultipleChoices and < HttpStatusCode.BadRequest =>
            $"it redirects ({(int)error.StatusCode}), which is not followed: set SessionsWidgets:GuestWifi:ApiBaseUrl to where it leads, "
            + $"if you trust it.",
        _ => error.Reason,
    };
}
