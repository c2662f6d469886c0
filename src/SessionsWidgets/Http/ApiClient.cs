using System.Diagnostics;
using System.Net.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Polly;
using Polly.Retry;

namespace SessionsWidgets;

/// <summary>Sends GET requests within a deadline and size limit, with one retry. Every failure is an <see cref="ApiException"/>.</summary>
/// <remarks>Thread-safe. Does not own the handler, which includes a <see cref="CredentialHandler"/>.</remarks>
internal sealed class ApiClient
{
    private static readonly TimeSpan MaxSkew = TimeSpan.FromMinutes(5);

    private readonly Func<HttpMessageHandler> _handler;
    private readonly Clocks _clocks;
    private readonly ILogger _logger;
    private readonly RateLimitGate _gate;
    private readonly ResiliencePipeline<ApiResponse> _retryPipeline;
    private readonly LoggedOnce _skewed = new();

    public ApiClient(Func<HttpMessageHandler> handler, Clocks clocks, TimeSpan deadline, ILogger? logger = null)
    {
        _handler = handler;
        _clocks = clocks;
        _logger = logger ?? NullLogger.Instance;
        _gate = new RateLimitGate(clocks.Host);
        Deadline = deadline;
        _retryPipeline = new ResiliencePipelineBuilder<ApiResponse> { TimeProvider = clocks.Waiting }
            .AddRetry(new RetryStrategyOptions<ApiResponse>
            {
                MaxRetryAttempts = 1,
                Delay = TimeSpan.Zero,
                ShouldHandle = static failed => ValueTask.FromResult(failed.Outcome.Exception is ApiException { Fault.IsTransient: true }),
                OnRetry = RecordRetry,
            })
            .Build();
    }

    /// <summary>The timeout of a request, retry and body included.</summary>
    public TimeSpan Deadline { get; }

    /// <summary>Sends a request and returns the response, or that the cached one is still valid (304).</summary>
    /// <exception cref="ApiException">There is no usable response.</exception>
    /// <exception cref="OperationCanceledException">The token was canceled.</exception>
    public async Task<ApiResponse> GetAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        _gate.Enter(request);
        ApiException? failure = null;
        try
        {
            return await SendAsync(request, cancellationToken);
        }
        catch (ApiException e)
        {
            failure = e;
            throw;
        }
        finally
        {
            _gate.Leave(request, failure);
        }
    }

    private async Task<ApiResponse> SendAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        var limit = request.TimeLimit ?? Deadline;
        if (limit <= TimeSpan.Zero) throw TransportFailure.OfTimeout(request, null, Deadline);
        using var timer = new CancellationTokenSource(limit, _clocks.Waiting);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellationToken);
        var attempts = new Attempts(request);
        // A handler may block or ignore cancellation: it must not hold up the caller.
        var work = Task.Run(SendWithRetryAsync, both.Token);
        try
        {
            return await work.WaitAsync(both.Token);
        }
        catch (OperationCanceledException)
        {
            _ = WatchAsync(work, request.Shown);
            cancellationToken.ThrowIfCancellationRequested();
            throw TransportFailure.OfTimeout(request, attempts.Current, limit);
        }

        Task<ApiResponse> SendWithRetryAsync() =>
            _retryPipeline.ExecuteAsync(token => new ValueTask<ApiResponse>(AttemptAsync(attempts, token)), both.Token).AsTask();
    }

    private async Task<ApiResponse> AttemptAsync(Attempts attempts, CancellationToken cancellationToken)
    {
        var request = attempts.Request;
        var exchange = attempts.Current = new ApiExchange(_handler, request, _clocks.Host, _logger);
        using var activity = Telemetry.Activities.StartActivity("sessions_widgets.fetch", ActivityKind.Client);
        var started = _clocks.Waiting.GetTimestamp();
        var outcome = "ok";
        try
        {
            var response = await exchange.RunAsync(cancellationToken);
            if (response.IsNotModified) outcome = "not_modified";
            return response;
        }
        catch (ApiException e)
        {
            outcome = e.Fault.Name;
            throw;
        }
        catch (Exception e) when (!(e is OperationCanceledException && cancellationToken.IsCancellationRequested))
        {
            // Any exception of a handler of the host counts as a failure of upstream.
            var failure = TransportFailure.Of(request, e, exchange);
            // Where the address is not to be seen, as with those of guests, neither is an exception that may hold it; nor is one of which
            // nothing is known, such as of a handler of the host.
            if (ReferenceEquals(request.Shown, request.Uri) && failure.Fault != ApiFault.Other)
                UpstreamEvents.Thrown(_logger, failure.Uri.AbsoluteUri, e);
            outcome = failure.Fault.Name;
            throw failure;
        }
        catch (OperationCanceledException)
        {
            outcome = "timeout";
            throw;
        }
        finally
        {
            CheckClock(request.Uri, exchange.Date);
            Record(activity, request.Shown, exchange, outcome, _clocks.Waiting.GetElapsedTime(started));
        }
    }

    private static void Record(Activity? activity, Uri uri, ApiExchange exchange, string outcome, TimeSpan elapsed)
    {
        Telemetry.RequestDuration.Record(
            elapsed.TotalSeconds,
            new KeyValuePair<string, object?>("outcome", outcome), new KeyValuePair<string, object?>("server.address", uri.Host));
        if (activity is null) return;
        activity.SetTag("http.request.method", "GET").SetTag("server.address", uri.Host).SetTag("url.path", uri.AbsolutePath);
        if (exchange.StatusCode is { } status) activity.SetTag("http.response.status_code", (int)status);
        if (outcome is "ok" or "not_modified") return;
        activity.SetTag("error.type", outcome);
        activity.SetStatus(ActivityStatusCode.Error);
    }

    private void CheckClock(Uri uri, DateTimeOffset? date)
    {
        if (date is not { } serverTime) return;
        var skew = serverTime - _clocks.Host.GetUtcNow();
        if (skew.Duration() <= MaxSkew) _skewed.Forget(uri.Host);
        else if (_skewed.TryAdd(uri.Host)) UpstreamEvents.ClockSkew(_logger, uri.Host, skew);
    }

    private ValueTask RecordRetry(OnRetryArguments<ApiResponse> retry)
    {
        var error = (ApiException)retry.Outcome.Exception!;
        Telemetry.Add(Telemetry.Retries, "after", error.Fault.Name);
        UpstreamEvents.Retry(_logger, error.Uri.AbsoluteUri, error.Fault.Name);
        return ValueTask.CompletedTask;
    }

    /// <summary>Reports requests that go on after their cancellation.</summary>
    private async Task WatchAsync(Task work, Uri uri)
    {
        try
        {
            await work.WaitAsync(TimeSpan.FromSeconds(1), _clocks.Waiting);
        }
        catch (TimeoutException) when (!work.IsCompleted)
        {
            UpstreamEvents.Abandoned(_logger, uri.GetLeftPart(UriPartial.Path));
            Telemetry.Abandoned.Add(1);
            await work.ContinueWith(
                static _ => Telemetry.Abandoned.Add(-1), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        }
        catch (Exception)
        {
            // It has ended; its outcome does not matter.
        }
    }

    /// <summary>The current exchange of a request.</summary>
    private sealed class Attempts(ApiRequest request)
    {
        public ApiRequest Request { get; } = request;

        public ApiExchange? Current { get; set; }
    }
}
