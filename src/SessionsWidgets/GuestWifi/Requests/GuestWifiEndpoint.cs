using System.Net;
using System.Net.Http;
using Microsoft.Extensions.Logging;

namespace SessionsWidgets;

/// <summary>One of the API's endpoints for one account, with its budget. Failures name no guest.</summary>
/// <remarks>Thread-safe. Each endpoint has a client of its own, so that one which asks to be left alone does not stop the others.</remarks>
internal sealed class GuestWifiEndpoint : IDisposable
{
    /// <summary>What upstream takes: 60 requests in 60 seconds on each endpoint.</summary>
    private const int Requests = 60;

    /// <summary>How much of it many requests at once leave to single ones, which are more urgent.</summary>
    private const int LeftToOthers = 15;

    private static readonly TimeSpan Window = TimeSpan.FromSeconds(60);

    private readonly ApiClient _api;
    private readonly ApiKeyHeader? _credential;
    private readonly RequestBudget _budget;
    private readonly GuestWifiHandler _handler;

    /// <param name="handlers">Gives the handler for each request.</param>
    /// <param name="account">Whose requests they are.</param>
    /// <param name="shown">What stands for the endpoint's addresses in errors, logs and traces: they can hold a guest's.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="deadline">How long one exchange may take, waiting for a place in the budget included.</param>
    /// <param name="logger">Where events are logged.</param>
    public GuestWifiEndpoint(
        Func<HttpMessageHandler> handlers, GuestWifiAccount account, Uri shown, TimeProvider clock, TimeSpan deadline, ILogger logger)
    {
        Shown = shown;
        _credential = account.Token is { } token
            ? new ApiKeyHeader(token, account.TokenHeader, account.TokenScheme.Length == 0 ? null : account.TokenScheme)
            : null;
        // Waiting counts as part of the exchange, so half of the deadline is left for the answer.
        _budget = new RequestBudget(Requests, Window, deadline / 2, clock);
        _handler = new GuestWifiHandler(handlers, _budget, shown);
        _api = new ApiClient(() => _handler, clock, deadline, logger);
    }

    /// <summary>What stands for the endpoint's addresses where they can be seen.</summary>
    public Uri Shown { get; }

    public TimeSpan Deadline => _api.Deadline;

    /// <summary>Fails at once when there is no room for so many requests, and some to spare: what needs them all should not use up a part
    /// of them in vain.</summary>
    /// <exception cref="ApiException">There is no room yet.</exception>
    public void EnsureRoom(int requests)
    {
        if (_budget.TimeUntilRoom(requests + LeftToOthers) is var wait && wait > TimeSpan.Zero) throw OverBudget(Shown, wait);
    }

    /// <summary>Asks, and reads the answer.</summary>
    /// <exception cref="ApiException">There is no usable answer.</exception>
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

    /// <summary>What the failure means here, where other settings than those of the sessions API mend it.</summary>
    private static string Reason(ApiException error) => error.StatusCode switch
    {
        HttpStatusCode.Unauthorized =>
            "the token is missing or refused (401): set SessionsWidgets:GuestWifi:AccessToken, and TokenHeader and TokenScheme if the "
            + "service wants others.",
        HttpStatusCode.Forbidden => "the token does not open this (403): check SessionsWidgets:GuestWifi:LocationId.",
        HttpStatusCode.NotFound => "unknown there (404): check SessionsWidgets:GuestWifi:ApiBaseUrl and LocationId.",
        >= HttpStatusCode.MultipleChoices and < HttpStatusCode.BadRequest =>
            $"it redirects ({(int)error.StatusCode}), which is not followed: set SessionsWidgets:GuestWifi:ApiBaseUrl to where it leads, "
            + $"if you trust it.",
        _ => error.Reason,
    };
}
