using System.Net;
using System.Net.Http;

namespace SessionsWidgets;

/// <summary>Follows redirects within the same origin only, as the request carries the key.</summary>
internal static class Redirects
{
    /// <param name="from">The address of the request.</param>
    /// <param name="sent">The address that it was sent to, which service discovery may have found.</param>
    /// <param name="response">The response.</param>
    /// <param name="request">The request, for errors.</param>
    /// <returns>The next address; null if the response is no redirect with a Location.</returns>
    /// <exception cref="ApiException">It leads to another origin.</exception>
    public static Uri? Target(Uri from, Uri sent, HttpResponseMessage response, ApiRequest request)
    {
        var isRedirect = response.StatusCode is HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.SeeOther
            or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect;
        if (!isRedirect || response.Headers.Location is not { } location) return null;
        if (!Uri.TryCreate(from, location, out var target)) return null;
        var host = AsciiHost.Of(target);
        if (target.UserInfo.Length == 0 && (IsOrigin(from) || IsOrigin(sent))) return target;
        throw new ApiException(
            ApiFault.RedirectForeign, request.Shown,
            $"it redirects to {target.Scheme}://{host ?? "an invalid host"}, which is not followed: "
            + (request.Subject == ApiSubject.Picture
                ? "a picture has to be where its address says."
                : "set ApiBaseUrl to where it leads, if you trust it."),
            response.StatusCode);

        bool IsOrigin(Uri known) => target.Scheme == known.Scheme && host == known.IdnHost && target.Port == known.Port;
    }
}
