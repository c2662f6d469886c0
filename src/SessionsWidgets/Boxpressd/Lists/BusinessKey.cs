namespace SessionsWidgets;

/// <summary>The business of a cached result, and its credential; different API keys never share one. Immutable.</summary>
/// <param name="BaseUrl">The base address of the API.</param>
/// <param name="ApiKey">The credential.</param>
/// <param name="Type">The type of the business.</param>
/// <param name="BusinessId">The identifier of the business.</param>
/// <param name="Zone">The time zone in which days are relative; null for queries without such days.</param>
internal abstract record BusinessKey(string BaseUrl, Secret? ApiKey, BusinessType Type, string BusinessId, TimeZoneKey? Zone)
{
    /// <summary>The hash of the business, for removals, whatever the API key.</summary>
    public string BusinessHash => HashOf(BaseUrl, Type, BusinessId);

    public static string HashOf(string baseUrl, BusinessType type, string id) => CacheKeyHash.Of("business", baseUrl, $"{type}", id);
}

/// <summary>The identity of a cached result. A relative query is stored as written, so its stale result serves the next day too.</summary>
internal sealed record BusinessKey<TQuery>(
    string BaseUrl, Secret? ApiKey, BusinessType Type, string BusinessId, TQuery Query, TimeZoneKey? Zone)
    : BusinessKey(BaseUrl, ApiKey, Type, BusinessId, Zone)
    where TQuery : ListQuery;
