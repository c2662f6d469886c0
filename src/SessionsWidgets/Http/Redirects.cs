using System.Net;
using System.Net.Http;

namespace SessionsWidgets;

/// <summary>Decides where a redirect may lead: only to the same scheme, host and port, since what follows carries the key.</summary>
internal static class Redirects
{
    /// <returns>Where to go on; null when the answer is no redirect that says where to.</returns>
    /// <exception cref="ApiException">It leads away from the origin.</exception>
    public static Uri? Target(Uri from, HttpResponseMessage response, Uri asked)
    {
        var isRedirect = response.StatusCode is HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.SeeOther
            or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect;
        if (!isRedirect || response.Headers.Location is not { } location) return null;
        if (!Uri.TryCreate(from, location, out var target)) return null;
        var isSameOrigin = target.Scheme == from.Scheme
            && target.IdnHost == from.IdnHost
            && target.Port == from.Port
            && target.UserInfo.Length == 0;
        if (isSameOrigin) return target;
        throw new ApiException(
            ApiFault.RedirectForeign,
            asked,
            $"it redirects to {target.Scheme}://{target.IdnHost}, which is not followed: set SessionsWidgets:ApiBaseUrl to where it "
            + $"leads, if you trust it.",
            response.StatusCode);
    }
}
