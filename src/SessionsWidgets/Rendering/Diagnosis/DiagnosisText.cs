namespace SessionsWidgets;

/// <summary>The texts that the diagnoses of both APIs share.</summary>
internal static class DiagnosisText
{
    /// <summary>Where a secret of the section goes; empty for one that code sets.</summary>
    public static string InEnvironment(string setting) =>
        setting.StartsWith($"{SessionsWidgetsOptions.SectionName}:", StringComparison.Ordinal)
            ? $", such as by the environment variable {setting.Replace(":", "__", StringComparison.Ordinal)} (a site also takes a user "
                + "secret)"
            : "";

    /// <summary>Whether a wrong address may be the cause.</summary>
    public static bool DependsOnAddress(ApiFault fault) =>
        (fault.Failure is ApiFailure.Unreachable or ApiFailure.TimedOut && fault != ApiFault.LocalLimit && fault != ApiFault.NotSendable)
        || fault == ApiFault.NotJson || fault == ApiFault.Shape || fault == ApiFault.RedirectForeign || fault == ApiFault.RedirectLoop
        || fault == ApiFault.UnexpectedStatus;

    public static string RateLimit(ApiException failure, CachePolicy policy)
    {
        var wait = failure.RetryAfter is { } time
            ? string.Create(CultureInfo.InvariantCulture, $"No request is sent for {Math.Ceiling(Backoff.Clamp(time).TotalSeconds)} s. ")
            : "";
        return $"{wait}A longer {SessionsWidgetsOptions.SectionName}:{nameof(SessionsWidgetsOptions.Cache)}:{nameof(CachePolicy.FreshFor)} "
            + $"makes fewer requests. It is '{policy.FreshFor:c}' now.";
    }
}
