namespace SessionsWidgets;

/// <summary>The sources of the API for all businesses of a client, and the cache. Thread-safe.</summary>
internal sealed class BoxpressdService(
    UpstreamCache cache, ApiClient api, Clocks clocks, PictureRules pictures, PageRequestLimits limits)
{
    /// <summary>The name of the upstream in logs and metrics.</summary>
    public const string Name = "boxpressd";

    public ListSource<SessionQuery, SmokeSession, SessionPage> Sessions { get; } = new(SessionList.Instance, api, clocks, pictures, limits);

    public ListSource<EventQuery, BusinessEvent, EventPage> Events { get; } = new(EventList.Instance, api, clocks, pictures, limits);

    public ListSource<CheckInQuery, CheckIn, CheckInPage> CheckIns { get; } = new(CheckInList.Instance, api, clocks, pictures, limits);

    /// <summary>The cached query of a business.</summary>
    public CachedQuery<BusinessKey<TQuery>, TPage> Query<TQuery, TItem, TPage>(
        ListSource<TQuery, TItem, TPage> source, Uri baseUrl, Secret? apiKey, BusinessType type, string id, TQuery query, TimeZoneInfo zone)
        where TQuery : ListQuery
        where TItem : class
        where TPage : ResultPage
    {
        if (source.Kind.FetchesAll) query = query with { Limit = ListQuery.MaxLimit, Offset = null };
        var relativeIn = query.IsRelative ? new TimeZoneKey(zone) : default(TimeZoneKey?);
        return new(cache, source, new(baseUrl.AbsoluteUri, apiKey, type, id, query, relativeIn));
    }

    /// <summary>Refreshes the responses of matching businesses that are in memory.</summary>
    public async Task RefreshAsync(Func<BusinessKey, bool> predicate, CancellationToken cancellationToken)
    {
        await cache.RefreshAsync(Sessions, predicate, cancellationToken);
        await cache.RefreshAsync(Events, predicate, cancellationToken);
        await cache.RefreshAsync(CheckIns, predicate, cancellationToken);
    }

    /// <summary>Removes the cached results of matching businesses.</summary>
    /// <param name="predicate">Selects the businesses.</param>
    /// <param name="name">The hash of the business for other servers; null for all.</param>
    public Task RemoveAsync(Func<BusinessKey, bool> predicate, string? name) => cache.RemoveAsync(predicate, name, isPrivate: false);
}
