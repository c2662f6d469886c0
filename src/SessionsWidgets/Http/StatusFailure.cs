using System.Net;
using System.Net.Http;

namespace SessionsWidgets;

/// <summary>Maps a status other than 200 to an exception.</summary>
internal static class StatusFailure
{
    public static ApiException Of(ApiRequest request, HttpResponseMessage response, DateTimeOffset now)
    {
        var status = (int)response.StatusCode;
        var isForCigar = request.Subject == ApiSubject.Cigar;
        return response.StatusCode switch
        {
            HttpStatusCode.NotModified => Error(ApiFault.BadNotModified, "it sent 304 (Not Modified) to an unconditional request."),
            // Some hosts refuse what they do not have.
            HttpStatusCode.NotFound or HttpStatusCode.Gone or HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden
                when request.Subject == ApiSubject.Picture =>
                Error(ApiFault.PictureNotFound, $"the picture is not there ({status})."),
            HttpStatusCode.BadRequest or HttpStatusCode.UnprocessableEntity when request.Subject == ApiSubject.Picture =>
                Error(ApiFault.UnexpectedStatus, $"it responded with status {status}."),
            HttpStatusCode.BadRequest or HttpStatusCode.UnprocessableEntity =>
                Error(ApiFault.RequestRejected, $"the request is rejected ({status}); it had the parameters: {ParametersOf(request.Uri)}."),
            HttpStatusCode.Unauthorized =>
                Error(
                    ApiFault.KeyRejected,
                    $"the key is missing or refused (401): set SessionsWidgets:ApiKey to a valid one. It was {KeyOf(request)}."),
            HttpStatusCode.Forbidden =>
                Error(
                    ApiFault.Forbidden,
                    $"the key has no access to this {(isForCigar ? "cigar" : "business")} (403). It was {KeyOf(request)}."),
            HttpStatusCode.NotFound when isForCigar =>
                Error(ApiFault.CigarNotFound, "there is no such cigar (404): check the cigar-id, and the address."),
            HttpStatusCode.Gone when isForCigar => Error(ApiFault.CigarGone, "the cigar is no longer there (410)."),
            HttpStatusCode.NotFound => Error(ApiFault.NotFound, "unknown there (404): check the business type and id, and the address."),
            HttpStatusCode.Gone => Error(ApiFault.Gone, "no longer there (410)."),
            HttpStatusCode.ProxyAuthenticationRequired => Error(ApiFault.Proxy, "a proxy asks for a login (407)."),
            HttpStatusCode.RequestTimeout or (HttpStatusCode)425 => Error(ApiFault.NotNow, $"not ready for the request ({status})."),
            HttpStatusCode.TooManyRequests => Error(ApiFault.RateLimited, "too many requests (429).", RetryAfter.Read(response, now)),
            HttpStatusCode.ServiceUnavailable when RetryAfter.IsGiven(response) =>
                Error(ApiFault.Unavailable, "unavailable for a while (503).", RetryAfter.Read(response, now)),
            < HttpStatusCode.Continue or >= HttpStatusCode.InternalServerError =>
                Error(ApiFault.ServerError, $"it responded with status {status}."),
            _ => Error(ApiFault.UnexpectedStatus, $"it responded with status {status}."),
        };

        ApiException Error(ApiFault fault, string reason, TimeSpan? wait = null) =>
            new(fault, request.Shown, reason, response.StatusCode, wait);
    }

    private static string KeyOf(ApiRequest request) =>
        request.Credential is { } credential ? $"the key with the fingerprint {credential.Key.Fingerprint}" : "sent without a key";

    private static string ParametersOf(Uri uri) =>
        uri.Query.Length > 1 ? string.Join(", ", uri.Query[1..].Split('&').Select(p => p.Split('=')[0])) : "none";
}
