namespace SessionsWidgets;

/// <summary>Builds addresses of the API, as its documentation writes them.</summary>
internal static class ListUrls
{
    /// <param name="baseUrl">The base address.</param>
    /// <param name="type">The type of the business.</param>
    /// <param name="businessId">The identifier of the business.</param>
    /// <param name="query">The query, with calendar days.</param>
    public static Uri Of(Uri baseUrl, BusinessType type, string businessId, ListQuery query)
    {
        var address = Path(baseUrl, type, businessId, query);
        var separator = '?';
        foreach (var (name, value) in query.Parameters)
        {
            if (value is null) continue;
            address.Append(separator).Append(name).Append('=').Append(value);
            separator = '&';
        }

        return new Uri(address.ToString());
    }

    /// <summary>The address without the parameters of the query.</summary>
    public static Uri WithoutParameters(Uri baseUrl, BusinessType type, string businessId, ListQuery query) =>
        new(Path(baseUrl, type, businessId, query).ToString());

    private static StringBuilder Path(Uri baseUrl, BusinessType type, string businessId, ListQuery query) =>
        new StringBuilder(baseUrl.AbsoluteUri.TrimEnd('/')).Append(query.PathOf(type, businessId));
}
