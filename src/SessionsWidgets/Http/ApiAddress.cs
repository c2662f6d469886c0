namespace SessionsWidgets;

/// <summary>What the base address of an API may be.</summary>
internal static class ApiAddress
{
    public const string ExampleBaseUrl = "https://api.boxpressd.com";

    /// <exception cref="ParameterException">The address is relative, has user information, a query or a fragment, or is neither https nor
    /// http on loopback.</exception>
    public static Uri ValidateBase(string parameter, Uri? baseUrl, string example = ExampleBaseUrl)
    {
        var valid = baseUrl is { IsAbsoluteUri: true }
            && (baseUrl.Scheme == Uri.UriSchemeHttps || (baseUrl.Scheme == Uri.UriSchemeHttp && baseUrl.IsLoopback))
            && baseUrl.UserInfo.Length == 0 && baseUrl.Query.Length == 0 && baseUrl.Fragment.Length == 0;
        // What is refused may hold a password, so only the part that cannot is shown.
        return valid ? baseUrl! : throw new ParameterException(
            parameter,
            baseUrl is null ? null : Safe(baseUrl),
            $"it must be an absolute https address (http only on loopback) without user name, query or fragment, such as {example}.");
    }

    private static string Safe(Uri uri) => uri.IsAbsoluteUri ? $"{uri.Scheme}://{uri.Host}" : uri.OriginalString;
}
