namespace SessionsWidgets;

/// <summary>A business whose sessions are wanted: where its API is, and who it is. A light handle on its
/// <see cref="SessionsClient"/>.</summary>
/// <remarks>Immutable and thread-safe. Holds the key, but does not show it.</remarks>
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
    }

    /// <summary>Where the API is.</summary>
    public Uri ApiBaseUrl { get; }

    /// <summary>Whether this is a venue or a brand.</summary>
    public BusinessType BusinessType { get; }

    /// <summary>The business's identifier in the API.</summary>
    public string BusinessId { get; }

    /// <summary>The zone in which its dates are shown.</summary>
    public TimeZoneInfo TimeZone { get; }

    /// <summary>The language of its widgets, as a BCP 47 tag.</summary>
    public string Culture { get; }

    /// <summary>Its guest Wi-Fi; null when none is configured.</summary>
    public GuestWifiContext? GuestWifi { get; }

    internal Secret? ApiKey { get; }

    /// <summary>
    /// The sessions of this business, or of a cigar when the query names one, the newest first. Served from the client's
    /// cache while fresh; a last good answer stands in when upstream fails.
    /// </summary>
    /// <param name="query">Which sessions; null for what the API gives by itself.</param>
    /// <param name="cancellationToken">Ends the waiting. A fetch under way goes on and fills the cache.</param>
    /// <exception cref="ParameterException">The query is not allowed; no request has been made.</exception>
    /// <exception cref="ApiException">Upstream gave no usable answer and there is no last good one.</exception>
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
        var answer = await Query(query).GetAsync(Timeout.InfiniteTimeSpan, requireFresh: false, cancellationToken);
        if (answer.Value is not { } page) throw answer.Failure!;
        return answer.IsStale ? page with { IsStale = true } : page;
    }
}
