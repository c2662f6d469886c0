namespace SessionsWidgets;

/// <summary>Describes a failure of the sessions API: the settings of the business that it depends on, and the remedy.</summary>
internal static class SessionsDiagnosis
{
    public static string Of(ApiException failure, BusinessContext business, Widget widget) =>
        $"GET {failure.Uri}: {Cause(failure, business, widget)}";

    private static string Cause(ApiException failure, BusinessContext business, Widget widget)
    {
        var origin = business.Origin;
        var key = origin.NameOf(nameof(business.ApiKey), business.ApiKey is not null);
        var id = $"{origin.NameOf(nameof(business.BusinessId))} is '{business.BusinessId}'";
        var type = $"{origin.NameOf(nameof(business.BusinessType))} is '{EnumText.NameOf($"{business.BusinessType}")}'";
        var address = $"{origin.NameOf(nameof(business.ApiBaseUrl))} is '{business.ApiBaseUrl}'";
        var fault = failure.Fault;
        if (fault == ApiFault.KeyRejected)
            return StatusFailure.KeyRejected(key, business.ApiKey, DiagnosisText.InEnvironment(key));
        if (fault == ApiFault.Forbidden)
            return $"{failure.Reason} Check that {key} is the key of the business: {id}, {type}.";
        if (failure.Failure == ApiFailure.NotFound)
            return widget is SmokesWidget { CigarId: { } cigar }
                ? $"there is no such cigar ({Status(failure)}): the widget's cigar-id is '{cigar}'. Check it, and the address: {address}."
                : $"there is no such business ({Status(failure)}): {id}, {type}. Check both, and the address: {address}.";
        if (failure.Failure == ApiFailure.RateLimited)
            return $"{failure.Reason} {DiagnosisText.RateLimit(failure, business.Client.Policy)}";
        return DiagnosisText.DependsOnAddress(fault) ? $"{failure.Reason} Check that it is the API: {address}." : failure.Reason;
    }

    private static string Status(ApiException failure) => $"{(int?)failure.StatusCode}";
}
