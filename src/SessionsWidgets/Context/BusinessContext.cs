namespace SessionsWidgets;

/// <summary>A business, its API and its settings. Get one from <see cref="SessionsClient"/> or <see cref="BusinessDirectory"/>.</summary>
/// <remarks>Immutable and thread-safe. Does not expose the API key.</remarks>
public sealed class BusinessContext
{
    private readonly SessionsClient _client;

    internal BusinessContext(
        SessionsClient client, Uri apiBaseUrl, BusinessType type, string id, Secret? apiKey, TimeZoneInfo timeZone, string culture,
        GuestWifiContext? guestWifi)
    {
        _client = client;
        ApiBaseUrl = apiBaseUrl;
        BusinessType = type;
        BusinessId = id;
        ApiKey = apiKey;
        TimeZone = timeZone;
        Culture = culture;
        GuestWifi = guestWifi;
        ContentHash = HashCode.Combine(type, id);
    }

    /// <summary>The base URL of the API.</summary>
    public Uri ApiBaseUrl { get; }

    /// <summary>Venue or brand.</summary>
    public BusinessType BusinessType { get; }

    /// <summary>The business's id in the API.</summary>
    public string BusinessId { get; }

    /// <summary>The time zone of the dates in its widgets.</summary>
    public TimeZoneInfo TimeZone { get; }

    /// <summary>The language of its widgets, as a BCP 47 tag.</summary>
    public string Culture { get; }

    /// <summary>Its guest Wi-Fi; null if none is configured.</summary>
    public GuestWifiContext? GuestWifi { get; }

    internal Secret? ApiKey { get; }

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
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public Task<SessionPage> GetSessionsAsync(SessionQuery? query = null, CancellationToken cancellationToken = default)
    {
        query ??= new SessionQuery();
        query.Validate(_client.TodayOf(this));
        return WaitAsync(query, cancellationToken);
    }

    internal CachedQuery<SessionSource.Key, SessionPage> Query(SessionQuery query) => _client.Query(this, query);

    private async Task<SessionPage> WaitAsync(SessionQuery query, CancellationToken cancellationToken)
    {
        var result = await Query(query).GetAsync(Timeout.InfiniteTimeSpan, requireFresh: false, cancellationToken);
        if (result.Value?.In(TimeZone) is not { } page) throw result.Failure!;
        return result.IsStale ? page with { IsStale = true } : page;
    }
}
