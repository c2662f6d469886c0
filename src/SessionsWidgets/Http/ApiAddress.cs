namespace SessionsWidgets;

/// <summary>Validates base addresses of APIs.</summary>
internal static class ApiAddress
{
    public const string ExampleBaseUrl = "https://api.boxpressd.com";

    /// <exception cref="ParameterException">Not absolute https (http on loopback, or for service discovery), or with a user name, query or
    /// fragment.</exception>
    public static Uri ValidateBase(string parameter, Uri? baseUrl, string example = ExampleBaseUrl)
    {
        var valid = baseUrl is { IsAbsoluteUri: true }
            && (baseUrl.Scheme is "https" or ServiceDiscovery.Scheme || (baseUrl.Scheme == Uri.UriSchemeHttp && baseUrl.IsLoopback))
            && baseUrl.UserInfo.Length == 0 && baseUrl.Query.Length == 0 && baseUrl.Fragment.Length == 0
            && AsciiHost.Of(baseUrl) is not null;
        // The rejected address may hold a password or a token: show which parts it has.
        return valid ? baseUrl! : throw new ParameterException(
            parameter, baseUrl is null ? null : Safe(baseUrl),
            $"it must be an absolute https address (http only on loopback) without user name, query or fragment, such as {example}.");
    }

    private static string Safe(Uri uri) => !uri.IsAbsoluteUri ? uri.OriginalString
        : $"{uri.Scheme}://{Part(uri.UserInfo, $"{Secret.Mask}@")}{uri.Host}{Part(uri.IsDefaultPort ? "" : "port", $":{uri.Port}")}"
            + Part(uri.Query, "?…") + Part(uri.Fragment, "#…");

    private static string Part(string part, string shown) => part.Length == 0 ? "" : shown;
}
