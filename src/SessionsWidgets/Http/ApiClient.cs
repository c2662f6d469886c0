using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Polly;
using Polly.Retry;

namespace SessionsWidgets;

/// <summary>
/// The one place that does HTTP: a GET with the key, within a deadline and a size, sent once more where that is safe and may help,
/// and not at all while upstream asks to be left alone. Every failure is an <see cref="ApiException"/>.
/// </summary>
/// <remarks>Thread-safe. Does not own the handler, which has a <see cref="CredentialHandler"/> in it.</remarks>
internal sealed class ApiClient
{
    private static readonly TimeSpan NoticeableSkew = TimeSpan.FromMinutes(5);

    private readonly Func<HttpMessageHandler> _handler;
    private readonly TimeProvider _clock;
    private readonly ILogger _logger;
    private readonly RateLimitGate _circuits;
    private readonly ResiliencePipeline<ApiResponse> _once;
    private readonly ConcurrentDictionary<string, bool> _skewed = new(StringComparer.Ordinal);

    public ApiClient(Func<HttpMessageHandler> handler, TimeProvider clock, TimeSpan deadline, ILogger? logger = null)
    {
        _handler = handler;
        _clock = clock;
        _logger = logger ?? NullLogger.Instance;
        _circuits = new RateLimitGate(clock);
        Deadline = deadline;
        _once = new ResiliencePipelineBuilder<ApiResponse> { TimeProvider = clock }
            .AddRetry(new RetryStrategyOptions<ApiResponse>
            {
                MaxRetryAttempts = 1,
                Delay = TimeSpan.Zero,
                ShouldHandle = static failed => ValueTask.FromResult(failed.Outcome.Exception is ApiException { Fault.IsTransient: true }),
                OnRetry = RecordRetry,
            })
            .Build();
    }

    /// <summary>How long one exchange may take, retry and body included.</summary>
    public TimeSpan Deadline { get; }

    /// <summary>A good answer, or that the one that is there already still holds.</summary>
    /// <exception cref="ApiException">There is none.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async Task<ApiResponse> GetAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        _circuits.Enter(request);
        ApiException? failure = null;
        try
        {
            return await WithinLimitAsync(request, cancellationToken);
        }
        catch (ApiException e)
        {
            failure = e;
            throw;
        }
        finally
        {
            _circuits.Leave(request, failure);
        }
    }

    private async Task<ApiResponse> WithinLimitAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        var limit = request.TimeLimit ?? Deadline;
        if (limit <= TimeSpan.Zero) throw TransportFailure.OfTimeout(request, null, Deadline);
        using var timer = new CancellationTokenSource(limit, _clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellationToken);
        var progress = new Attempts(request);
        // On a thread of its own: a handler may block, or never end, and must not take whoever waits with it.
        var work = Task.Run(
            () => _once.ExecuteAsync(token => new ValueTask<ApiResponse>(AttemptAsync(progress, token)), both.Token).AsTask(), both.Token);
        try
        {
            return await work.WaitAsync(both.Token);
        }
        catch (OperationCanceledException)
        {
            _ = WatchAsync(work, request.Shown);
            cancellationToken.ThrowIfCancellationRequested();
            throw TransportFailure.OfTimeout(request, progress.Current, limit);
        }
    }

    private async Task<ApiResponse> AttemptAsync(Attempts progress, CancellationToken cancellationToken)
    {
        var request = progress.Request;
        var exchange = progress.Current = new ApiExchange(_handler, request, _clock, _logger);
        using var activity = Telemetry.Activities.StartActivity("sessions_widgets.fetch", ActivityKind.Client);
        var started = _clock.GetTimestamp();
        var outcome = "ok";
        try
        {
            var answer = await exchange.RunAsync(cancellationToken);
            if (answer.IsNotModified) outcome = "not_modified";
            return answer;
        }
        catch (ApiException e)
        {
            outcome = e.Fault.Name;
            throw;
        }
        catch (Exception e) when (!(e is OperationCanceledException && cancellationToken.IsCancellationRequested))
        {
            // Whatever a handler of the host throws is a failure of upstream to its page.
            var failure = TransportFailure.Of(request, e, exchange);
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
            Record(activity, request.Shown, exchange, outcome, _clock.GetElapsedTime(started));
        }
    }

    private static void Record(Activity? activity, Uri uri, ApiExchange exchange, string outcome, TimeSpan elapsed)
    {
        Telemetry.RequestDuration.Record(
            elapsed.TotalSeconds, new KeyValuePair<string, object?>("outcome", outcome), new KeyValuePair<string,
            object?>("server.address", uri.Host));
        if (activity is null) return;
        activity.SetTag("http.request.method", "GET").SetTag("server.address", uri.Host).SetTag("url.path", uri.AbsolutePath);
        if (exchange.StatusCode is { } status) activity.SetTag("http.response.status_code", (int)status);
        if (outcome is "ok" or "not_modified") return;
        activity.SetTag("error.type", outcome);
        activity.SetStatus(ActivityStatusCode.Error);
    }

    private void CheckClock(Uri uri, DateTimeOffset? date)
    {
        if (date is not { } theirs) return;
        var skew = theirs - _clock.GetUtcNow();
        if (skew.Duration() <= NoticeableSkew) _skewed.TryRemove(uri.Host, out _);
        else if (_skewed.Count < 1000 && _skewed.TryAdd(uri.Host, true)) UpstreamEvents.ClockSkew(_logger, uri.Host, skew);
    }

    private ValueTask RecordRetry(OnRetryArguments<ApiResponse> retry)
    {
        var error = (ApiException)retry.Outcome.Exception!;
        Telemetry.Add(Telemetry.Retries, "after", error.Fault.Name);
        UpstreamEvents.Retry(_logger, error.Uri.AbsoluteUri, error.Fault.Name);
        return ValueTask.CompletedTask;
    }

    /// <summary>Sees to it that work which was told to stop and goes on is known about.</summary>
    private async Task WatchAsync(Task work, Uri uri)
    {
        try
        {
            await work.WaitAsync(TimeSpan.FromSeconds(1), _clock);
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
            // It has ended; how is of no interest any more.
        }
    }

    /// <summary>What is under way for one request.</summary>
    private sealed class Attempts(ApiRequest request)
    {
        public ApiRequest Request { get; } = request;

        public ApiExchange? Current { get; set; }
    }
}
