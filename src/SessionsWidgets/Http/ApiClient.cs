using System.Buffers;
using System.Globalization;
using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;

namespace SessionsWidgets;

/// <summary>The one place that does HTTP: a GET with the key, within a deadline and a size, whose failures are <see cref="ApiException"/>.</summary>
/// <remarks>Thread-safe. Does not own the handler.</remarks>
internal sealed class ApiClient(Func<HttpMessageHandler> handler, TimeProvider clock, TimeSpan deadline)
{
    /// <summary>The largest answer after decompression: 2 MiB.</summary>
    private const int LargestAnswer = 2 * 1024 * 1024;

    /// <summary>How long to wait when upstream asks to wait and does not say how long in a way that makes sense.</summary>
    private static readonly TimeSpan AssumedRetryAfter = TimeSpan.FromSeconds(60);

    public async Task<byte[]> GetAsync(Uri uri, Secret? key, CancellationToken cancellationToken)
    {
        using var timer = new CancellationTokenSource(deadline, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellationToken);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, uri);
            request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
            if (key is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key.Reveal());
            using var invoker = new HttpMessageInvoker(handler(), disposeHandler: false);
            using var response = await invoker.SendAsync(request, both.Token);
            if (response.StatusCode != HttpStatusCode.OK) throw Refused(uri, response);
            return await ReadAsync(uri, response.Content, both.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new ApiException(ApiFailure.TimedOut, uri, string.Create(CultureInfo.InvariantCulture, $"no complete answer within {deadline.TotalSeconds:0.###} s."));
        }
        catch (Exception e) when (e is not (ApiException or OperationCanceledException))
        {
            // Whatever a handler of the host throws is a failure of upstream to its page. The inner text is dropped: it can hold what other code knows.
            throw new ApiException(ApiFailure.Unreachable, uri, Describe(e));
        }
    }

    private static async Task<byte[]> ReadAsync(Uri uri, HttpContent content, CancellationToken cancellationToken)
    {
        if (content.Headers.ContentLength > LargestAnswer) throw TooLarge(uri);
        await using var stream = await content.ReadAsStreamAsync(cancellationToken);
        var answer = new ArrayBufferWriter<byte>(16 * 1024);
        while (await stream.ReadAsync(answer.GetMemory(4096), cancellationToken) is var read and > 0)
        {
            answer.Advance(read);
            if (answer.WrittenCount > LargestAnswer) throw TooLarge(uri);
        }

        return WithoutByteOrderMark(answer.WrittenSpan).ToArray();
    }

    private static ReadOnlySpan<byte> WithoutByteOrderMark(ReadOnlySpan<byte> utf8) => utf8.StartsWith("\uFEFF"u8) ? utf8[3..] : utf8;

    private static ApiException TooLarge(Uri uri) =>
        new(ApiFailure.InvalidPayload, uri, $"the answer is larger than {LargestAnswer / 1024} KiB.");

    private static ApiException Refused(Uri uri, HttpResponseMessage response)
    {
        var status = (int)response.StatusCode;
        var retryAfter = response.Headers.RetryAfter?.Delta;
        return response.StatusCode switch
        {
            HttpStatusCode.Unauthorized => Error(ApiFailure.Unauthorized, "the key is missing or refused (401): set SessionsWidgets:ApiKey to a valid one."),
            HttpStatusCode.Forbidden => Error(ApiFailure.Unauthorized, "the key does not open this business (403)."),
            HttpStatusCode.NotFound or HttpStatusCode.Gone => Error(ApiFailure.NotFound, $"unknown there ({status}): check the business type and id."),
            HttpStatusCode.TooManyRequests => Error(ApiFailure.RateLimited, "too many requests (429).", retryAfter ?? AssumedRetryAfter),
            HttpStatusCode.ServiceUnavailable when retryAfter is not null => Error(ApiFailure.RateLimited, "unavailable for a while (503).", retryAfter),
            >= HttpStatusCode.MultipleChoices and < HttpStatusCode.BadRequest => Error(ApiFailure.UnexpectedStatus, $"it redirects ({status}), which is not followed: set SessionsWidgets:ApiBaseUrl to where it leads, if you trust it."),
            _ => Error(ApiFailure.UnexpectedStatus, $"it answered with status {status}."),
        };

        ApiException Error(ApiFailure failure, string reason, TimeSpan? wait = null) => new(failure, uri, reason, response.StatusCode, wait);
    }

    private static string Describe(Exception error) => error switch
    {
        HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } => "the host name cannot be resolved.",
        HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError } => "no connection (refused or unreachable).",
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } => "no secure connection (TLS or certificate).",
        HttpRequestException or IOException => "the connection broke before the answer was complete.",
        InvalidDataException => "the answer is not what its Content-Encoding says.",
        _ => $"the HTTP handler failed ({error.GetType().Name}).",
    };
}
