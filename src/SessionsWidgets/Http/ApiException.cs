using System.Net;

namespace SessionsWidgets;

/// <summary>Upstream gave no usable response, and there is no cached one. Holds no secrets.</summary>
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

    /// <summary>The HTTP method of the request.</summary>
    public string Method { get; } = "GET";

    /// <summary>The address of the request, without its query.</summary>
    public Uri Uri { get; }

    /// <summary>The status of the response; null when there was none.</summary>
    public HttpStatusCode? StatusCode { get; }

    /// <summary>How long upstream asks to wait, if stated.</summary>
    public TimeSpan? RetryAfter { get; }

    internal ApiFault Fault { get; }

    /// <summary>The message without the address.</summary>
    internal string Reason { get; }

    /// <summary>Whether no request was sent because of a rate limit or budget.</summary>
    internal bool IsShortCircuited { get; init; }

    private static string WithoutQuery(Uri uri) => uri.GetLeftPart(UriPartial.Path);
}
