namespace SessionsWidgets;

/// <summary>Fetches the items of one query from upstream, page by page. Thread-safe.</summary>
internal sealed class ListSource<TQuery, TItem, TPage>(
    ListKind<TQuery, TItem, TPage> kind, ApiClient api, Clocks clocks, PictureRules pictures, PageRequestLimits limits)
    : ICacheSource<BusinessKey<TQuery>, TPage>
    where TQuery : ListQuery
    where TItem : class
    where TPage : ResultPage
{
    public ListKind<TQuery, TItem, TPage> Kind => kind;

    public string Source => BoxpressdService.Name;

    public string KeyHashOf(BusinessKey<TQuery> key) => CacheKeyHash.Of(
        [
            kind.Name, key.BaseUrl, key.ApiKey?.Fingerprint, $"{key.Type}", key.BusinessId, .. key.Query.KeyFields, key.Zone?.Info.Id,
        ]);

    public string BusinessOf(BusinessKey<TQuery> key) => key.BusinessHash;

    public Uri AddressOf(BusinessKey<TQuery> key) =>
        ListUrls.WithoutParameters(new Uri(key.BaseUrl), key.Type, key.BusinessId, key.Query);

    /// <summary>Charges the requests that full pages take; where the number of items is unknown, the first one.</summary>
    public ApiException? Charge(BusinessKey<TQuery> key) => limits.Charge(key.BusinessHash, RequestsFor(key.Query), AddressOf(key));

    public void ChargeMore(BusinessKey<TQuery> key, int requests) => limits.ChargeMore(key.BusinessHash, requests);

    public async Task<FetchResult<TPage>> FetchAsync(BusinessKey<TQuery> key, FetchResult<TPage>? last, CancellationToken cancellationToken)
    {
        var (resolved, until) = ResolveDays(key);
        var pages = new JoinedPages<TQuery, TItem, TPage>(kind, resolved);
        var paging = pages.Paging;
        var started = clocks.Waiting.GetTimestamp();
        // Validators belong to the address, which changes with the day.
        var before = last?.ValidUntil == until ? last?.Validators : null;
        CacheValidators? validators = null;
        while (paging.Next is { } query)
        {
            var uri = ListUrls.Of(new Uri(key.BaseUrl), key.Type, key.BusinessId, query);
            var request = new ApiRequest(uri, key.ApiKey is null ? null : new ApiKeyHeader(key.ApiKey))
            {
                Subject = key.Query.IsForCigar ? ApiSubject.Cigar : ApiSubject.Business,
                // All pages share one deadline.
                TimeLimit = api.Deadline - clocks.Waiting.GetElapsedTime(started),
                // A result has validators only if it has a single page.
                Validators = paging.Pages == 0 ? before : null,
            };
            var response = await api.GetAsync(request, cancellationToken);
            if (response.IsNotModified)
                return last!.Value with { Value = last.Value.Value with { FetchedAt = clocks.Host.GetUtcNow() }, IsUnchanged = true };
            pages.Add(Read(key, uri, response), response.Bytes);
            validators = paging.Pages == 1 ? response.Validators : null;
        }

        limits.AddKnown(key.BusinessHash);
        return pages.Join(clocks.Host.GetUtcNow()) with
        {
            Validators = validators, ValidUntil = until, RequestsNotCharged = Math.Max(0, paging.Pages - RequestsFor(key.Query)),
        };
    }

    public FetchResult<TPage>? Restore(BusinessKey<TQuery> key, PersistedResponse response)
    {
        var pages = new JoinedPages<TQuery, TItem, TPage>(kind, key.Query);
        try
        {
            foreach (var body in response.Bodies) pages.Add(PageReader.Read(body, kind, PicturesOf(key)), body);
        }
        catch (PayloadException)
        {
            return null;
        }

        limits.AddKnown(key.BusinessHash);
        return pages.Join(response.FetchedAt) with
        {
            Validators = response.Validators, ValidUntil = response.ValidUntil, Bodies = null,
        };
    }

    private int RequestsFor(TQuery query) =>
        kind.FetchesAll ? 1 : ((query.Limit ?? 1) + ListQuery.MaxPageSize - 1) / ListQuery.MaxPageSize;

    /// <summary>The query with calendar days, and when these change.</summary>
    private (TQuery Query, DateTimeOffset? Until) ResolveDays(BusinessKey<TQuery> key)
    {
        if (key.Zone is not { Info: var zone }) return (key.Query, null);
        var today = LocalDay.Of(clocks.Host.GetUtcNow(), zone);
        var query = key.Query with { From = key.Query.From?.On(today), To = key.Query.To?.On(today) };
        return (query, LocalDay.StartOf(today.AddDays(1), zone));
    }

    /// <summary>Pictures of the visitor's own machine make sense for an API that is there.</summary>
    private PictureRules PicturesOf(BusinessKey<TQuery> key, bool isFromLoopback = false) =>
        pictures with { AllowLoopback = isFromLoopback || new Uri(key.BaseUrl).IsLoopback };

    private ReadPage<TItem> Read(BusinessKey<TQuery> key, Uri uri, ApiResponse response)
    {
        try
        {
            return PageReader.Read(response.Bytes, kind, PicturesOf(key, response.IsFromLoopback), response.ContentType);
        }
        catch (PayloadException e)
        {
            throw new ApiException(e.Fault, uri, $"{e.Message}.", System.Net.HttpStatusCode.OK);
        }
    }
}
