namespace SessionsWidgets;

/// <summary>A business, its API and its settings. Get one from <see cref="SessionsClient"/> or <see cref="BusinessDirectory"/>.</summary>
/// <remarks>Immutable and thread-safe. Does not expose the API key.</remarks>
/// <example>
/// <code>
/// var businesses = app.Services.GetRequiredService&lt;BusinessDirectory&gt;();
/// var uptown = await businesses.GetAsync("uptown");
/// var page = await uptown.GetSessionsAsync(new SessionQuery { Limit = 20, From = Day.Ago(7) });
/// foreach (var session in page.Sessions) Console.WriteLine($"{session.User.DisplayName}: {session.Cigar?.Name}");
/// </code>
/// </example>
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

    /// <summary>The type of the business: venue or brand.</summary>
    public BusinessType BusinessType { get; }

    /// <summary>The id of the business in the API.</summary>
    public string BusinessId { get; }

    /// <summary>The display name, used in calendars; the id if no name is set.</summary>
    public string Name { get; }

    /// <summary>The time zone of the dates in the business's widgets.</summary>
    public TimeZoneInfo TimeZone { get; }

    /// <summary>The language of the business's widgets, as a BCP 47 tag.</summary>
    public string Culture { get; }

    /// <summary>The guest Wi-Fi of the business; null if none is configured.</summary>
    public GuestWifiContext? GuestWifi { get; }

    internal SessionsClient Client => _client;

    internal Secret? ApiKey { get; }

    /// <summary>The place where the settings are set.</summary>
    internal SettingOrigin Origin { get; }

    /// <summary>Whether the API, and so its pictures, may be on this machine.</summary>
    internal bool MayBeLocal => ApiBaseUrl.IsLoopback || ApiBaseUrl.Scheme == ServiceDiscovery.Scheme;

    /// <summary>The hash that identifies the business in the names of pictures.</summary>
    internal string PictureHash =>
        _pictureHash ??= PictureKey.ShortHash(BusinessKey.HashOf(ApiBaseUrl.AbsoluteUri, BusinessType, BusinessId));

    /// <summary>The hash of the members that <see cref="HasSameContent"/> compares.</summary>
    internal int ContentHash { get; }

    /// <summary>Whether widgets of the other business have the same data and look the same.</summary>
    internal bool HasSameContent(BusinessContext other) => ReferenceEquals(this, other) || (
        ReferenceEquals(_client, other._client)
        && BusinessId == other.BusinessId
        && BusinessType == other.BusinessType
        && ApiBaseUrl == other.ApiBaseUrl
        && Equals(ApiKey, other.ApiKey)
        && Culture == other.Culture
        && new TimeZoneKey(TimeZone) == new TimeZoneKey(other.TimeZone)
        && (GuestWifi is { } wifi ? other.GuestWifi is { } otherWifi && wifi.HasSameContent(otherWifi) : other.GuestWifi is null));

    /// <summary>Gets sessions, newest first: from the cache, from upstream, or the last good response if upstream fails.</summary>
    /// <param name="query">The query, also for the sessions of a cigar. Default: the API's defaults.</param>
    /// <param name="cancellationToken">Cancels the wait. The fetch continues and fills the cache.</param>
    /// <returns>The sessions, which may be stale: see <see cref="ResultPage.IsStale"/>.</returns>
    /// <exception cref="ParameterException">The query is not allowed. No request was made.</exception>
    /// <exception cref="ApiException">Upstream failed and there is no last good response.</exception>
    /// <exception cref="OperationCanceledException">The token was canceled.</exception>
    /// <example>
    /// <code>
    /// var page = await lounge.GetSessionsAsync(new SessionQuery { Limit = 20, Featured = true });
    /// foreach (var session in page.Sessions) Console.WriteLine($"{session.User.DisplayName}: {session.Cigar?.Name}");
    /// </code>
    /// </example>
    public Task<SessionPage> GetSessionsAsync(SessionQuery? query = null, CancellationToken cancellationToken = default) =>
        GetAsync(_client.Api.Sessions, query ?? new SessionQuery(), cancellationToken);

    /// <summary>Gets events, soonest first, or latest first if the query is for past events: from the cache, from upstream, or the last
    /// good response if upstream fails. Whether an event is upcoming or past depends on the time of the call.</summary>
    /// <param name="query">The query. Default: all upcoming events.</param>
    /// <param name="cancellationToken">Cancels the wait. The fetch continues and fills the cache.</param>
    /// <returns>The events, which may be stale: see <see cref="ResultPage.IsStale"/>.</returns>
    /// <exception cref="ParameterException">The query is not allowed. No request was made.</exception>
    /// <exception cref="ApiException">Upstream failed and there is no last good response.</exception>
    /// <exception cref="OperationCanceledException">The token was canceled.</exception>
    /// <example>
    /// <code>
    /// var page = await lounge.GetEventsAsync(new EventQuery { Limit = 3 });
    /// foreach (var item in page.Events) Console.WriteLine($"{item.StartsAt:d}: {item.Title}");
    /// </code>
    /// </example>
    public Task<EventPage> GetEventsAsync(EventQuery? query = null, CancellationToken cancellationToken = default) =>
        GetAsync(_client.Api.Events, query ?? new EventQuery(), cancellationToken);

    /// <summary>Gets the check-ins at a venue, newest first: from the cache, from upstream, or the last good response if upstream
    /// fails.</summary>
    /// <param name="query">The query. Default: the API's defaults.</param>
    /// <param name="cancellationToken">Cancels the wait. The fetch continues and fills the cache.</param>
    /// <returns>The check-ins, which may be stale: see <see cref="ResultPage.IsStale"/>.</returns>
    /// <exception cref="ParameterException">The query is not allowed, or the business is a brand. No request was made.</exception>
    /// <exception cref="ApiException">Upstream failed and there is no last good response.</exception>
    /// <exception cref="OperationCanceledException">The token was canceled.</exception>
    /// <example>
    /// <code>
    /// var page = await lounge.GetCheckInsAsync(new CheckInQuery { From = Day.Today });
    /// Console.WriteLine($"{page.CheckIns.Count} check-ins today");
    /// </code>
    /// </example>
    public Task<CheckInPage> GetCheckInsAsync(CheckInQuery? query = null, CancellationToken cancellationToken = default) =>
        GetAsync(_client.Api.CheckIns, query ?? new CheckInQuery(), cancellationToken);

    /// <summary>The API that all businesses of the client share.</summary>
    internal BoxpressdService Api => _client.Api;

    /// <summary>Creates the cached query. Does not validate it.</summary>
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
