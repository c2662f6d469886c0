namespace SessionsWidgets;

/// <summary>Fetches the sessions of one query from upstream, page by page. Thread-safe.</summary>
internal sealed class SessionSource(ApiClient api, Clocks clocks, PictureRules pictures, PageRequestLimits limits)
    : ICacheSource<SessionSource.Key, SessionPage>
{
    /// <summary>The identity of a cached result; different API keys never share one. A relative query is stored as written, so its stale
    /// result serves the next day too; the zone is set for such queries only.</summary>
    internal sealed record Key(string BaseUrl, Secret? ApiKey, BusinessType Type, string BusinessId, SessionQuery Query, TimeZoneKey? Zone);

    public string Source => "boxpressd";

    public string KeyHashOf(Key key)
    {
        var query = key.Query;
        return CacheKeyHash.Of(
            Source, key.BaseUrl, key.ApiKey?.Fingerprint, $"{key.Type}", key.BusinessId, query.CigarId, $"{query.Limit}", $"{query.Offset}",
            $"{query.From}", $"{query.To}", $"{query.Featured}", key.Zone?.Info.Id);
    }

    public string BusinessOf(Key key) => BusinessOf(key.BaseUrl, key.Type, key.BusinessId);

    /// <summary>The hash of a business, for removals, whatever the API key.</summary>
    public static string BusinessOf(string baseUrl, BusinessType type, string id) => CacheKeyHash.Of("business", baseUrl, $"{type}", id);

    public Uri AddressOf(Key key) => SessionUrls.Of(new Uri(key.BaseUrl), key.Type, key.BusinessId, new SessionQuery());

    public ApiException? Charge(Key key) => limits.Charge(BusinessOf(key), Paging.RequestsFor(key.Query), AddressOf(key));

    public async Task<FetchResult<SessionPage>> FetchAsync(Key key, FetchResult<SessionPage>? last, CancellationToken cancellationToken)
    {
        var (resolved, until) = ResolveDays(key);
        var paging = new Paging(resolved);
        var pages = new SessionPages();
        var started = clocks.Waiting.GetTimestamp();
        // Validators belong to the address, which changes with the day.
        var before = last?.ValidUntil == until ? last?.Validators : null;
        CacheValidators? validators = null;
        while (paging.Next is { } query)
        {
            var uri = SessionUrls.Of(new Uri(key.BaseUrl), key.Type, key.BusinessId, query);
            var request = new ApiRequest(uri, key.ApiKey is null ? null : new ApiKeyHeader(key.ApiKey))
            {
                // All pages share one deadline.
                TimeLimit = api.Deadline - clocks.Waiting.GetElapsedTime(started),
                Validators = paging.IsSinglePage ? before : null,
            };
            var response = await api.GetAsync(request, cancellationToken);
            if (response.IsNotModified)
                return last!.Value with { Value = last.Value.Value with { FetchedAt = clocks.Host.GetUtcNow() }, IsUnchanged = true };
            var page = Read(key, uri, response);
            validators = paging.IsSinglePage ? response.Validators : null;
            paging.Add(page, pages.Add(page, response.Bytes));
        }

        limits.AddKnown(BusinessOf(key));
        return pages.Join(key.Query.Limit, paging, clocks.Host.GetUtcNow()) with { Validators = validators, ValidUntil = until };
    }

    /// <summary>The query with calendar days, and when these change.</summary>
    private (SessionQuery Query, DateTimeOffset? Until) ResolveDays(Key key)
    {
        if (key.Zone is not { Info: var zone }) return (key.Query, null);
        var today = LocalDay.Of(clocks.Host.GetUtcNow(), zone);
        return (key.Query.On(today), LocalDay.StartOf(today.AddDays(1), zone));
    }

    public FetchResult<SessionPage>? Restore(Key key, PersistedResponse response)
    {
        var paging = new Paging(key.Query);
        var pages = new SessionPages();
        try
        {
            foreach (var body in response.Bodies)
            {
                var page = SessionReader.Read(body, PicturesOf(key));
                paging.Add(page, pages.Add(page, body));
            }
        }
        catch (PayloadException)
        {
            return null;
        }

        limits.AddKnown(BusinessOf(key));
        return pages.Join(key.Query.Limit, paging, response.FetchedAt) with
        {
            Validators = response.Validators, ValidUntil = response.ValidUntil, Bodies = null,
        };
    }

    /// <summary>Pictures of the visitor's own machine make sense for an API that is there.</summary>
    private PictureRules PicturesOf(Key key, bool isFromLoopback = false) =>
        pictures with { AllowLoopback = isFromLoopback || new Uri(key.BaseUrl).IsLoopback };

    private SessionReader.ReadResult Read(Key key, Uri uri, ApiResponse response)
    {
        try
        {
            return SessionReader.Read(response.Bytes, PicturesOf(key, response.IsFromLoopback), response.ContentType);
        }
        catch (PayloadException e)
        {
            throw new ApiException(e.Fault, uri, $"{e.Message}.", System.Net.HttpStatusCode.OK);
        }
    }
}
