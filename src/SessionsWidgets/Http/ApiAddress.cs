namespace SessionsWidgets;

/// <summary>Validates base addresses of APIs.</summary>
internal static class ApiAddress
{
    public const string ExampleBaseUrl = "https://api.boxpressd.com";

    /// <exception cref="ParameterException">Not absolute https (http on loopback), or with a user name, query or fragment.</exception>
    public static Uri ValidateBase(string parameter, Uri? baseUrl, string example = ExampleBaseUrl)
    {
        var valid = baseUrl is { IsAbsoluteUri: true }
            && (baseUrl.Scheme == Uri.UriSchemeHttps || (baseUrl.Scheme == Uri.UriSchemeHttp && baseUrl.IsLoopback))
            && baseUrl.UserInfo.Length == 0 && baseUrl.Query.Length == 0 && baseUrl.Fragment.Length == 0
            && HasHost(baseUrl);
        // The rejected address may hold a password: show scheme and host only.
        return valid ? baseUrl! : throw new ParameterException(
            parameter, baseUrl is null ? null : Safe(baseUrl),
            $"it must be an absolute https address (http only on loopback) without user name, query or fragment, such as {example}.");
    }

    /// <summary>Some host names are found to be invalid only where they are used.</summary>
    private static bool HasHost(Uri uri)
    {
        try
        {
            return new Uri(uri.AbsoluteUri).IdnHost.Length > 0;
        }
        catch (UriFormatException)
        {
            return false;
        }
    }

    private static string Safe(Uri uri) => uri.IsAbsoluteUri ? $"{uri.Scheme}://{uri.Host}" : uri.OriginalString;
}
