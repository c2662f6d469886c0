using System.Net.Http;
using System.Net.Sockets;
using System.Security.Authentication;

namespace SessionsWidgets;

/// <summary>Maps an exception of an HTTP handler to a fault. Its text is dropped: it may hold private data.</summary>
internal static class TransportFailure
{
    public static ApiException Of(ApiRequest request, Exception error, ApiExchange exchange)
    {
        if (Find<TransportException>(error) is { } known) return new ApiException(known.Fault, request.Shown, known.Message);
        var (fault, reason) = Read(error, exchange);
        return new ApiException(fault, request.Shown, reason, exchange.StatusCode);
    }

    public static ApiException OfTimeout(ApiRequest request, ApiExchange? exchange, TimeSpan limit)
    {
        var seconds = string.Create(CultureInfo.InvariantCulture, $"no complete response within {limit.TotalSeconds:0.###} s");
        return exchange?.HasHeaders == true
            ? new ApiException(ApiFault.BodyTimeout, request.Shown, $"{seconds}; {Progress(exchange)}.", exchange.StatusCode)
            : new ApiException(ApiFault.Timeout, request.Shown, $"{seconds}.");
    }

    private static (ApiFault Fault, string Reason) Read(Exception error, ApiExchange exchange)
    {
        if (error is OperationCanceledException) return (ApiFault.ConnectTimeout, "no connection in time.");
        if (exchange.HasHeaders && error is InvalidDataException or InvalidOperationException)
            return (ApiFault.Encoding, "the response does not match its Content-Encoding.");
        if (Find<AuthenticationException>(error) is not null) return (ApiFault.Tls, "no secure connection (TLS or certificate).");
        if (Find<HttpProtocolException>(error) is { } protocol)
            return protocol.ErrorCode is 0 or 7
                ? (ApiFault.GoAway, "it closed the connection (HTTP/2 GOAWAY).")
                : (ApiFault.Protocol, "it violated the HTTP/2 protocol.");
        return (ErrorOf(error), Find<SocketException>(error)?.SocketErrorCode) switch
        {
            (HttpRequestError.NameResolutionError, _) => (ApiFault.Dns, "the host name cannot be resolved."),
            (HttpRequestError.SecureConnectionError, _) => (ApiFault.Tls, "no secure connection (TLS or certificate)."),
            (HttpRequestError.ProxyTunnelError, _) => (ApiFault.Proxy, "the proxy rejected the request."),
            (HttpRequestError.InvalidResponse or HttpRequestError.ConfigurationLimitExceeded, _)
                or (HttpRequestError.VersionNegotiationError, _) =>
                (ApiFault.Protocol, "the response is not valid HTTP, or its headers are too long."),
            (_, SocketError.TooManyOpenSockets or SocketError.NoBufferSpaceAvailable or SocketError.AddressNotAvailable) =>
                (ApiFault.LocalLimit, "this machine is out of connections."),
            (HttpRequestError.ConnectionError, var socket) =>
                (ApiFault.Refused, $"no connection ({socket?.ToString() ?? "refused or unreachable"})."),
            (HttpRequestError.ResponseEnded, _) when !exchange.HasHeaders =>
                (ApiFault.EmptyReply, "the connection was closed without a response."),
            (_, not null) when !exchange.HasHeaders => (ApiFault.Reset, "the connection was reset before a response."),
            _ when error is HttpRequestException or IOException or SocketException =>
                exchange.HasHeaders
                    ? (ApiFault.Truncated, $"the connection broke before the response was complete; {Progress(exchange)}.")
                    : (ApiFault.Reset, "the connection broke before a response."),
            _ => (ApiFault.Other, $"the HTTP handler failed ({error.GetType().Name})."),
        };
    }

    private static string Progress(ApiExchange exchange) => exchange.Body switch
    {
        (var received, { } expected) => string.Create(CultureInfo.InvariantCulture, $"{received} of {expected} bytes received"),
        (var received, null) => string.Create(CultureInfo.InvariantCulture, $"{received} bytes received"),
    };

    private static HttpRequestError ErrorOf(Exception error) =>
        error is HttpRequestException { HttpRequestError: not HttpRequestError.Unknown } request ? request.HttpRequestError
        : Find<HttpIOException>(error)?.HttpRequestError ?? HttpRequestError.Unknown;

    private static T? Find<T>(Exception? error)
        where T : Exception
    {
        for (; error is not null; error = error.InnerException)
        {
            if (error is T found) return found;
        }

        return null;
    }
}
