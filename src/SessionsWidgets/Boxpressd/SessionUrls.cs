namespace SessionsWidgets;

/// <summary>Builds addresses of the sessions API, as its documentation writes them.</summary>
internal static class SessionUrls
{
    /// <param name="baseUrl">The base address.</param>
    /// <param name="type">The type of the business.</param>
    /// <param name="businessId">The identifier of the business.</param>
    /// <param name="query">The query, with calendar days.</param>
    public static Uri Of(Uri baseUrl, BusinessType type, string businessId, SessionQuery query)
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
}
