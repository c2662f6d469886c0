using System.Net;

namespace SessionsWidgets;

/// <summary>Describes a failure of the guest Wi-Fi API: the settings of the business that it depends on, and the remedy.</summary>
internal static class GuestWifiDiagnosis
{
    public static string Of(ApiException failure, BusinessContext business, GuestWifiContext wifi) =>
        $"GET {failure.Uri}: {Cause(failure, business, wifi)}";

    private static string Cause(ApiException failure, BusinessContext business, GuestWifiContext wifi)
    {
        var origin = business.Origin;
        var secret = wifi.Options.AccessToken;
        var token = origin.NameOf(GuestWifiSettings.AccessToken, secret is not null);
        var location = $"{origin.NameOf(GuestWifiSettings.LocationId)} is "
            + (wifi.LocationId is { } id ? $"'{id}'" : "not set, which means all locations of the token");
        var addressName = origin.NameOf(GuestWifiSettings.ApiBaseUrl);
        var address = $"{addressName} is '{wifi.ApiBaseUrl}'";
        return failure.StatusCode switch
        {
            HttpStatusCode.Unauthorized => GuestWifiEndpoint.TokenRejected(token, secret, DiagnosisText.InEnvironment(token)),
            HttpStatusCode.Forbidden => $"the token has no access here (403): {location}. Check that {token} is for it.",
            HttpStatusCode.NotFound or HttpStatusCode.Gone =>
                $"unknown there ({(int)failure.StatusCode}): {location}, {address}. Check both.",
            >= HttpStatusCode.MultipleChoices and < HttpStatusCode.BadRequest =>
                $"it redirects ({(int)failure.StatusCode}), which is not followed: {address}. Set it to where it leads, if you trust it.",
            _ when failure.Failure == ApiFailure.RateLimited =>
                $"{failure.Reason} {DiagnosisText.RateLimit(failure, business.Client.Policy)}",
            _ when DiagnosisText.DependsOnAddress(failure.Fault) => $"{failure.Reason} Check that it is the API: {address}.",
            _ => failure.Reason,
        };
    }
}
