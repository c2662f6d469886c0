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
                Error(ApiFault.KeyRejected, KeyRejected("SessionsWidgets:ApiKey", request.Credential?.Key)),
            HttpStatusCode.Forbidden =>
                Error(
                    ApiFault.Forbidden,
                    $"the key has no access to this {(isForCigar ? "cigar" : "business")} (403). It was {KeyOf(request)}."),
            HttpStatusCode.NotFound when isForCigar =>
                Error(ApiFault.CigarNotFound, "there is no such cigar (404): check the cigar-id, and the address."),
            HttpStatusCode.Gone when isForCigar => Error(ApiFault.CigarGone, "the cigar is no longer there (410)."),
            HttpStatusCode.NotFound =>
                Error(ApiFault.NotFound, "there is no such business (404): check the business type and id, and the address."),
            HttpStatusCode.Gone => Error(ApiFault.Gone, "the business is no longer there (410)."),
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

    /// <summary>The reason of a 401, with the remedy: the same in the log and in a diagnosis.</summary>
    /// <param name="setting">The setting of the key.</param>
    /// <param name="key">The key that was sent; null if none was.</param>
    /// <param name="how">How to set a missing one; empty to leave it out.</param>
    public static string KeyRejected(string setting, Secret? key, string how = "") => key is null
        ? $"the key is missing (401): set {setting}{how}."
        : $"the key is refused (401): set {setting} to a valid key. The one that was sent has the fingerprint {key.Fingerprint}.";

    private static string KeyOf(ApiRequest request) =>
        request.Credential is { } credential ? $"the key with the fingerprint {credential.Key.Fingerprint}" : "sent without a key";

    private static string ParametersOf(Uri uri) =>
        uri.Query.Length > 1 ? string.Join(", ", uri.Query[1..].Split('&').Select(p => p.Split('=')[0])) : "none";
}
