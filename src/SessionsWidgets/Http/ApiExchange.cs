using System.Buffers;
using System.Net;
using System.Net.Http;
using Microsoft.Extensions.Logging;

namespace SessionsWidgets;

/// <summary>One attempt: the request, redirects within its origin, and the response. Not thread-safe.</summary>
internal sealed class ApiExchange(Func<HttpMessageHandler> handler, ApiRequest request, TimeProvider clock, ILogger logger)
{
    /// <summary>The largest response after decompression: 2 MiB.</summary>
    private const int MaxResponseBytes = 2 * 1024 * 1024;

    private const int MaxRedirects = 2;

    /// <summary>The formats that the library knows; last the one that the fewest programs read.</summary>
    private const string PictureTypes = "image/webp, image/jpeg, image/png, image/gif, image/svg+xml;q=0.8, image/avif;q=0.5";

    public bool HasHeaders { get; private set; }

    /// <summary>The number of body bytes received, and Content-Length if known.</summary>
    public (long Received, long? Expected) Body { get; private set; }

    /// <summary>The Date header of the response.</summary>
    public DateTimeOffset? Date { get; private set; }

    public HttpStatusCode? StatusCode { get; private set; }

    public async Task<ApiResponse> RunAsync(CancellationToken cancellationToken)
    {
        using var invoker = new HttpMessageInvoker(handler(), disposeHandler: false);
        var uri = request.Uri;
        for (var redirects = 0; ; redirects++)
        {
            using var message = Message(uri);
            using var response = await SendAsync(invoker, message, cancellationToken);
            var sent = SentAddress.Of(message) ?? uri;
            HasHeaders = true;
            StatusCode = response.StatusCode;
            Date = response.Headers.Date;
            if (response.StatusCode == HttpStatusCode.OK) return await ReadAsync(response, sent, cancellationToken);
            if (response.StatusCode == HttpStatusCode.NotModified && request.Validators is not null)
                return new ApiResponse([], request.Validators, null, IsNotModified: true);
            uri = Redirects.Target(uri, sent, response, request)
                ?? throw StatusFailure.Of(request, response, clock.GetUtcNow());
            if (redirects == MaxRedirects)
            {
                throw new ApiException(
                    ApiFault.RedirectLoop, request.Shown, $"it redirects more than {MaxRedirects} times.", response.StatusCode);
            }

            UpstreamEvents.Redirected(logger, request.Shown.GetLeftPart(UriPartial.Path));
        }
    }

    private async Task<HttpResponseMessage> SendAsync(
        HttpMessageInvoker invoker, HttpRequestMessage message, CancellationToken cancellationToken)
    {
        try
        {
            return await invoker.SendAsync(message, cancellationToken);
        }
        catch (HttpRequestException) when (UnsendableHeader(message) is { } header)
        {
            throw new ApiException(
                ApiFault.NotSendable, request.Shown, $"the request cannot be sent: its header '{header}' is not ASCII.");
        }
    }

    private HttpRequestMessage Message(Uri uri)
    {
        var message = new HttpRequestMessage(HttpMethod.Get, uri);
        message.Headers.TryAddWithoutValidation("Accept", request.Subject == ApiSubject.Picture ? PictureTypes : "application/json");
        // Some hosts of pictures refuse requests without one.
        if (request.Subject == ApiSubject.Picture) message.Headers.TryAddWithoutValidation("User-Agent", "SessionsWidgets");
        if (request.Validators?.ETag is { } tag) message.Headers.TryAddWithoutValidation("If-None-Match", tag);
        if (request.Validators?.LastModified is { } date) message.Headers.TryAddWithoutValidation("If-Modified-Since", date);
        ApiKeyHeader.Attach(message, request.Credential);
        return message;
    }

    private async Task<ApiResponse> ReadAsync(HttpResponseMessage response, Uri sent, CancellationToken cancellationToken)
    {
        var expected = response.Content.Headers.ContentLength;
        if (expected > MaxResponseBytes) throw TooLarge();
        await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        var body = new ArrayBufferWriter<byte>(16 * 1024);
        while (await stream.ReadAsync(body.GetMemory(4096), cancellationToken) is var read and > 0)
        {
            body.Advance(read);
            Body = (body.WrittenCount, expected);
            if (body.WrittenCount > MaxResponseBytes) throw TooLarge();
        }

        return new ApiResponse(
            WithoutByteOrderMark(body.WrittenSpan).ToArray(), ValidatorsOf(response), response.Content.Headers.ContentType?.MediaType)
        {
            IsFromLoopback = sent.IsLoopback,
        };
    }

    private static ReadOnlySpan<byte> WithoutByteOrderMark(ReadOnlySpan<byte> utf8) => utf8.StartsWith("\uFEFF"u8) ? utf8[3..] : utf8;

    private static CacheValidators? ValidatorsOf(HttpResponseMessage response) => CacheValidators.Of(
        response.Headers.ETag?.ToString(), response.Content.Headers.LastModified?.ToString("R", CultureInfo.InvariantCulture));

    /// <summary>The name of a header that cannot be sent: a handler of the host may add some. Null for none.</summary>
    private static string? UnsendableHeader(HttpRequestMessage message)
    {
        foreach (var (name, values) in message.Headers.NonValidated)
        {
            if (values.Any(static value => !Ascii.IsValid(value))) return name;
        }

        return null;
    }

    private ApiException TooLarge() =>
        new(ApiFault.TooLarge, request.Shown, $"the response is larger than {MaxResponseBytes / 1024} KiB.", StatusCode);
}
