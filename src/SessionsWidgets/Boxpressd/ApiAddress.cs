namespace SessionsWidgets;

/// <summary>The addresses of the sessions API, exactly as its documentation writes them.</summary>
internal static class ApiAddress
{
    public const string ExampleBaseUrl = "https://api.boxpressd.com";

    /// <exception cref="ParameterException">The address is relative, has user information, a query or a fragment, or is neither https nor http on loopback.</exception>
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

    /// <param name="baseUrl">Where the API is.</param>
    /// <param name="type">The kind of business.</param>
    /// <param name="businessId">The business.</param>
    /// <param name="query">Which sessions, with days of the calendar.</param>
    public static Uri Sessions(Uri baseUrl, BusinessType type, string businessId, SessionQuery query)
    {
        var address = new StringBuilder(baseUrl.AbsoluteUri.TrimEnd('/'));
        if (query.CigarId is { } cigar) address.Append("/cigars/").Append(cigar);
        else address.Append(type == BusinessType.Venue ? "/venues/" : "/brands/").Append(businessId);
        address.Append("/sessions");
        var separator = '?';
        Add("limit", query.Limit?.ToString(CultureInfo.InvariantCulture));
        Add("offset", query.Offset?.ToString(CultureInfo.InvariantCulture));
        Add("from", query.From?.ToString());
        Add("to", query.To?.ToString());
        Add("featured", query.Featured switch { true => "true", false => "false", null => null });
        return new Uri(address.ToString());

        void Add(string name, string? value)
        {
            if (value is null) return;
            address.Append(separator).Append(name).Append('=').Append(value);
            separator = '&';
        }
    }

    private static string Safe(Uri uri) => uri.IsAbsoluteUri ? $"{uri.Scheme}://{uri.Host}" : uri.OriginalString;
}
