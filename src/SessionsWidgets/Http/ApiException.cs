using System.Net;

namespace SessionsWidgets;

/// <summary>An upstream API or the host of a picture gave no usable response, or a limit of requests is reached. Contains no
/// secrets.</summary>
/// <remarks>Immutable. Thrown if no cached response can be served; otherwise results carry it beside a stale value, such as in
/// <see cref="HtmlFragment.Error"/>.</remarks>
public sealed class ApiException : SessionsWidgetsException
{
    internal ApiException(ApiFailure failure, Uri uri, string reason, HttpStatusCode? statusCode = null, TimeSpan? retryAfter = null)
        : this(ApiFault.Of(failure), uri, reason, statusCode, retryAfter)
    {
    }

    internal ApiException(ApiFault fault, Uri uri, string reason, HttpStatusCode? statusCode = null, TimeSpan? retryAfter = null)
        : base($"GET {WithoutQuery(uri)}: {reason}")
    {
        Fault = fault;
        Reason = reason;
        Uri = new Uri(WithoutQuery(uri));
        StatusCode = statusCode;
        RetryAfter = retryAfter;
    }

    /// <summary>The kind of failure.</summary>
    public ApiFailure Failure => Fault.Failure;

    /// <summary>The HTTP method of the request: <c>GET</c>.</summary>
    public string Method { get; } = "GET";

    /// <summary>The URL of the request, without its query.</summary>
    public Uri Uri { get; }

    /// <summary>The status of the response; null if there was none.</summary>
    public HttpStatusCode? StatusCode { get; }

    /// <summary>The time until another request may succeed: from upstream's <c>Retry-After</c>, or until a limit of requests allows one.
    /// Null if it is not known.</summary>
    public TimeSpan? RetryAfter { get; }

    internal ApiFault Fault { get; }

    /// <summary>The message without the URL.</summary>
    internal string Reason { get; }

    /// <summary>Whether no request was sent because of a rate limit or budget.</summary>
    internal bool IsShortCircuited { get; init; }

    private static string WithoutQuery(Uri uri) => uri.GetLeftPart(UriPartial.Path);
}
