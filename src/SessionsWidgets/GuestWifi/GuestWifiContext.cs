using System.Net;

namespace SessionsWidgets;

/// <summary>The guest Wi-Fi of a venue: its API and location. Get one from <see cref="BusinessContext.GuestWifi"/>.</summary>
/// <remarks>Immutable and thread-safe. Personal data of guests is dropped when responses are read, unless <see cref="RevealToStaff"/> names
/// it.</remarks>
public sealed class GuestWifiContext
{
    private readonly GuestWifiService _service;
    private readonly GuestWifiAccount _account;
    private readonly GuestMask _mask;
    private readonly IPNetwork[] _networks;

    private readonly TimeZoneInfo _zone;

    internal GuestWifiContext(GuestWifiService service, GuestWifiOptions options, TimeZoneInfo zone)
    {
        _zone = zone;
        _service = service;
        _account = GuestWifiAccount.Of(options);
        _mask = new GuestMask(options.RevealToStaff ?? GuestFields.None, options.PseudonymKey);
        _networks = [.. options.ClientNetworks.Select(network => IPNetwork.Parse(network.Trim()))];
        Options = options;
    }

    /// <summary>The base URL of the API.</summary>
    public Uri ApiBaseUrl => Options.ApiBaseUrl!;

    /// <summary>The id of the location; null for all locations that the token has access to.</summary>
    public string? LocationId => Options.LocationId;

    /// <summary>The guest fields that staff widgets may show, masked.</summary>
    public GuestFields RevealToStaff => _mask.Fields;

    /// <inheritdoc cref="GuestWifiOptions.Floor"/>
    internal int Floor => Options.Floor ?? 3;

    internal GuestWifiOptions Options { get; }

    /// <summary>Whether widgets for everyone show the same for the other one.</summary>
    internal bool HasSameContent(GuestWifiContext other) =>
        _account == other._account && LocationId == other.LocationId && Floor == other.Floor && RevealToStaff == other.RevealToStaff;

    /// <summary>Gets guest sessions, latest first: from the cache while it is fresh, from upstream, or the last good response if upstream
    /// fails.</summary>
    /// <param name="query">The query; null for the latest 10 sessions. More than 100 sessions take several requests.</param>
    /// <param name="cancellationToken">Cancels the wait. The fetch continues and fills the cache.</param>
    /// <exception cref="ParameterException">The query is not allowed. No request was made.</exception>
    /// <exception cref="ApiException">Upstream failed or the limit of requests is reached, and there is no last good response.</exception>
    /// <exception cref="OperationCanceledException">The token was canceled.</exception>
    /// <remarks>A last good response is served for <see cref="CachePolicy.StaleIfError"/>, but 15 minutes at most. The results of a query
    /// for one guest or device are never cached.</remarks>
    public async Task<GuestSessionPage> GetSessionsAsync(GuestSessionQuery? query = null, CancellationToken cancellationToken = default)
    {
        var result = await QueryList(query ?? new GuestSessionQuery()).GetAsync(Timeout.InfiniteTimeSpan, true, cancellationToken);
        if (result.Value?.In(_zone) is not { } page) throw result.Failure!;
        return result.IsStale ? page with { IsStale = true } : page;
    }

    /// <summary>Counts guest sessions: from the cache while it is fresh, from upstream, or the last good response if upstream
    /// fails.</summary>
    /// <param name="query">The query; null for all sessions. Its limit and page have no effect.</param>
    /// <param name="cancellationToken">Cancels the wait. The fetch continues and fills the cache.</param>
    /// <returns>The exact number. Use <see cref="GuestCount"/> to show it in public.</returns>
    /// <inheritdoc cref="GetSessionsAsync" path="/exception"/>
    /// <inheritdoc cref="GetSessionsAsync" path="/remarks"/>
    public async Task<long> CountSessionsAsync(GuestSessionQuery? query = null, CancellationToken cancellationToken = default)
    {
        var result = await QueryCount(query ?? new GuestSessionQuery()).GetAsync(Timeout.InfiniteTimeSpan, true, cancellationToken);
        return result.Value is { } total ? total.Count : throw result.Failure!;
    }

    /// <summary>Gets the time online of the guests at addresses. Makes one request per 100 distinct addresses; results are never
    /// cached.</summary>
    /// <param name="addresses">The IP addresses of the guests.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <returns>One duration for each address, in the order of the addresses.</returns>
    /// <exception cref="ApiException">Upstream failed, or the limit of requests is reached.</exception>
    /// <exception cref="OperationCanceledException">The token was canceled.</exception>
    /// <remarks>After a failure, no request is made during the back-off.</remarks>
    public async Task<IReadOnlyList<GuestDuration>> GetDurationsAsync(
        IEnumerable<IPAddress> addresses, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(addresses);
        var result = await QueryDurations(addresses).GetAsync(Timeout.InfiniteTimeSpan, true, cancellationToken);
        return result.Value ?? throw result.Failure!;
    }

    /// <summary>Whether an address is in <see cref="GuestWifiOptions.ClientNetworks"/>.</summary>
    internal bool IsInside(IPAddress address)
    {
        var plain = GuestWifiUrls.Plain(address);
        return Array.Exists(_networks, network => network.Contains(plain));
    }

    /// <exception cref="ParameterException">The query is not allowed.</exception>
    internal CachedQuery<GuestSessionSource.Key, GuestSessionPage> QueryList(GuestSessionQuery query)
    {
        query.Validate();
        return _service.List(_account, WithLocation(query), _mask);
    }

    /// <exception cref="ParameterException">The query is not allowed.</exception>
    internal CachedQuery<GuestCountSource.Key, GuestTotal> QueryCount(GuestSessionQuery query)
    {
        query.Validate();
        return _service.Count(_account, WithLocation(query));
    }

    internal CachedQuery<GuestDurationSource.Key, IReadOnlyList<GuestDuration>> QueryDurations(IEnumerable<IPAddress> addresses) =>
        _service.Durations(_account, [.. addresses.Select(GuestWifiUrls.Plain)]);

    internal CachedQuery<VisitCountsSource.Key, VisitCounts> QueryVisits(DateOnly today, int days, int sample) =>
        _service.Visits(new VisitCountsSource.Key(_account, LocationId, today, days, sample));

    /// <summary>Removes the cached data of this location, or of all locations of the account if none is set.</summary>
    internal Task RemoveAsync() => _service.RemoveAsync(IsOwn);

    internal Task RefreshAsync(CancellationToken cancellationToken) => _service.RefreshAsync(IsOwn, cancellationToken);

    private bool IsOwn(GuestWifiAccount account, string? location) =>
        account == _account && (LocationId is null || location == LocationId);

    private GuestSessionQuery WithLocation(GuestSessionQuery query) =>
        query.LocationId is null ? query with { LocationId = LocationId } : query;
}
