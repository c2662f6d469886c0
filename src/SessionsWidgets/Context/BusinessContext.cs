namespace SessionsWidgets;

/// <summary>A business, its API and its settings. Get one from <see cref="SessionsClient"/> or <see cref="BusinessDirectory"/>.</summary>
/// <remarks>Immutable and thread-safe. Does not expose the API key.</remarks>
public sealed class BusinessContext
{
    private readonly SessionsClient _client;
    private string? _pictureHash;

    internal BusinessContext(
        SessionsClient client, Uri apiBaseUrl, BusinessType type, string id, string name, Secret? apiKey, TimeZoneInfo timeZone,
        string culture, GuestWifiContext? guestWifi, SettingOrigin origin)
    {
        _client = client;
        ApiBaseUrl = apiBaseUrl;
        BusinessType = type;
        BusinessId = id;
        Name = name;
        ApiKey = apiKey;
        TimeZone = timeZone;
        Culture = culture;
        GuestWifi = guestWifi;
        Origin = origin;
        ContentHash = HashCode.Combine(type, id);
    }

    /// <summary>The base URL of the API.</summary>
    public Uri ApiBaseUrl { get; }

    /// <summary>Venue or brand.</summary>
    public BusinessType BusinessType { get; }

    /// <summary>The business's id in the API.</summary>
    public string BusinessId { get; }

    /// <summary>The display name, used in calendars; the id if no name is set.</summary>
    public string Name { get; }

    /// <summary>The time zone of the dates in its widgets.</summary>
    public TimeZoneInfo TimeZone { get; }

    /// <summary>The language of its widgets, as a BCP 47 tag.</summary>
    public string Culture { get; }

    /// <summary>Its guest Wi-Fi; null if none is configured.</summary>
    public GuestWifiContext? GuestWifi { get; }

    internal SessionsClient Client => _client;

    internal Secret? ApiKey { get; }

    /// <summary>Where its settings are set.</summary>
    internal SettingOrigin Origin { get; }

    /// <summary>Whether its API may be on this machine, and so its pictures.</summary>
    internal bool MayBeLocal => ApiBaseUrl.IsLoopback || ApiBaseUrl.Scheme == ServiceDiscovery.Scheme;

    /// <summary>The hash under which its pictures are known.</summary>
    internal string PictureHash =>
        _pictureHash ??= PictureKey.ShortHash(BusinessKey.HashOf(ApiBaseUrl.AbsoluteUri, BusinessType, BusinessId));

    /// <summary>The hash of what <see cref="HasSameContent"/> compares.</summary>
    internal int ContentHash { get; }

    /// <summary>Whether widgets of the other one have the same data and look the same.</summary>
    internal bool HasSameContent(BusinessContext other) => ReferenceEquals(this, other) || (
        ReferenceEquals(_client, other._client)
        && BusinessId == other.BusinessId
        && BusinessType == other.BusinessType
        && ApiBaseUrl == other.ApiBaseUrl
        && Equals(ApiKey, other.ApiKey)
        && Culture == other.Culture
        && new TimeZoneKey(TimeZone) == new TimeZoneKey(other.TimeZone)
        && (GuestWifi is { } wifi ? other.GuestWifi is { } otherWifi && wifi.HasSameContent(otherWifi) : other.GuestWifi is null));

    /// <summary>Gets sessions, the newest first: from the cache, from upstream, or the last good response if upstream fails.</summary>
    /// <param name="query">The query, also for the sessions of a cigar. Default: the API's defaults.</param>
    /// <param name="cancellationToken">Cancels the wait. The fetch goes on and fills the cache.</param>
    /// <exception cref="ParameterException">The query is not allowed. No request was made.</exception>
    /// <exception cref="ApiException">Upstream failed and there is no last good response.</exception>
    /// <exception cref="OperationCanceledException">The token was canceled.</exception>
    public Task<SessionPage> GetSessionsAsync(SessionQuery? query = null, CancellationToken cancellationToken = default) =>
        GetAsync(_client.Api.Sessions, query ?? new SessionQuery(), cancellationToken);

    /// <summary>Gets events, the soonest first, past ones latest first: from the cache, from upstream, or the last good response if
    /// upstream fails. Which are upcoming is decided by the time of the call.</summary>
    /// <param name="query">The query. Default: all upcoming events.</param>
    /// <param name="cancellationToken">Cancels the wait. The fetch goes on and fills the cache.</param>
    /// <exception cref="ParameterException">The query is not allowed. No request was made.</exception>
    /// <exception cref="ApiException">Upstream failed and there is no last good response.</exception>
    /// <exception cref="OperationCanceledException">The token was canceled.</exception>
    public Task<EventPage> GetEventsAsync(EventQuery? query = null, CancellationToken cancellationToken = default) =>
        GetAsync(_client.Api.Events, query ?? new EventQuery(), cancellationToken);

    /// <summary>Gets the check-ins at a venue, the newest first, like <see cref="GetSessionsAsync"/>.</summary>
    /// <param name="query">The query. Default: the API's defaults.</param>
    /// <param name="cancellationToken">Cancels the wait. The fetch goes on and fills the cache.</param>
    /// <exception cref="ParameterException">The query is not allowed, or the business is a brand. No request was made.</exception>
    /// <exception cref="ApiException">Upstream failed and there is no last good response.</exception>
    /// <exception cref="OperationCanceledException">The token was canceled.</exception>
    public Task<CheckInPage> GetCheckInsAsync(CheckInQuery? query = null, CancellationToken cancellationToken = default) =>
        GetAsync(_client.Api.CheckIns, query ?? new CheckInQuery(), cancellationToken);

    /// <summary>The API that all businesses of the client share.</summary>
    internal BoxpressdService Api => _client.Api;

    /// <summary>The cached query; validates nothing.</summary>
    internal CachedQuery<BusinessKey<TQuery>, TPage> Query<TQuery, TItem, TPage>(ListSource<TQuery, TItem, TPage> source, TQuery query)
        where TQuery : ListQuery
        where TItem : class
        where TPage : ResultPage =>
        Api.Query(source, ApiBaseUrl, ApiKey, BusinessType, BusinessId, query, TimeZone);

    private Task<TPage> GetAsync<TQuery, TItem, TPage>(
        ListSource<TQuery, TItem, TPage> source, TQuery query, CancellationToken cancellationToken)
        where TQuery : ListQuery
        where TItem : class
        where TPage : ResultPage
    {
        query.Validate(_client.TodayOf(this));
        query.ValidateFor(BusinessType);
        return WaitAsync(source, query, cancellationToken);
    }

    private async Task<TPage> WaitAsync<TQuery, TItem, TPage>(
        ListSource<TQuery, TItem, TPage> source, TQuery query, CancellationToken cancellationToken)
        where TQuery : ListQuery
        where TItem : class
        where TPage : ResultPage
    {
        var result = await Query(source, query).GetAsync(Timeout.InfiniteTimeSpan, requireFresh: false, cancellationToken);
        if (result.Value is not { } value) throw result.Failure!;
        var page = source.Kind.Show(value, query, TimeZone, _client.Clock.GetUtcNow());
        return result.IsStale ? page with { IsStale = true } : page;
    }
}
