using System.Net;

namespace SessionsWidgets;

/// <summary>A venue's guest Wi-Fi: its API and location. A lightweight handle on its <see cref="SessionsClient"/>.</summary>
/// <remarks>Immutable and thread-safe. Personal data of guests is dropped when responses are read.</remarks>
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

    /// <summary>The base address of the API.</summary>
    public Uri ApiBaseUrl => Options.ApiBaseUrl!;

    /// <summary>The location; null for all that the token has access to.</summary>
    public string? LocationId => Options.LocationId;

    /// <summary>The guest fields that staff widgets may show.</summary>
    public GuestFields RevealToStaff => _mask.Fields;

    /// <inheritdoc cref="GuestWifiOptions.Floor"/>
    internal int Floor => Options.Floor ?? 3;

    internal GuestWifiOptions Options { get; }

    /// <summary>Whether widgets for everyone show the same of the other one.</summary>
    internal bool HasSameContent(GuestWifiContext other) =>
        _account == other._account && LocationId == other.LocationId && Floor == other.Floor && RevealToStaff == other.RevealToStaff;

    /// <summary>Gets guest sessions, latest first; more than 100 take several requests. Cached while fresh, and up to 15 minutes longer
    /// when upstream fails; of a query for a single guest, only that the kind of query failed.</summary>
    /// <param name="query">The query; null for the latest 10 sessions.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <exception cref="ParameterException">The query is not allowed; no request has been made.</exception>
    /// <exception cref="ApiException">There is no usable response, or the request budget is used up, and no cached result.</exception>
    /// <exception cref="OperationCanceledException">The token was canceled.</exception>
    public async Task<GuestSessionPage> GetSessionsAsync(GuestSessionQuery? query = null, CancellationToken cancellationToken = default)
    {
        var result = await QueryList(query ?? new GuestSessionQuery()).GetAsync(Timeout.InfiniteTimeSpan, true, cancellationToken);
        if (result.Value?.In(_zone) is not { } page) throw result.Failure!;
        return result.IsStale ? page with { IsStale = true } : page;
    }

    /// <summary>Counts guest sessions. The number is exact: use <see cref="GuestCount"/> to show it in public.</summary>
    /// <inheritdoc cref="GetSessionsAsync"/>
    public async Task<long> CountSessionsAsync(GuestSessionQuery? query = null, CancellationToken cancellationToken = default)
    {
        var result = await QueryCount(query ?? new GuestSessionQuery()).GetAsync(Timeout.InfiniteTimeSpan, true, cancellationToken);
        return result.Value is { } total ? total.Count : throw result.Failure!;
    }

    /// <summary>Gets how long the guests at these addresses have been there. Distinct addresses are requested once, up to 100 per request.
    /// Nothing is cached; after a failure, nothing is requested during the back-off.</summary>
    /// <param name="addresses">The addresses of the guests.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <returns>One duration for each address, in their order.</returns>
    /// <exception cref="ApiException">There is no usable response, or the request budget is used up.</exception>
    /// <exception cref="OperationCanceledException">The token was canceled.</exception>
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

    /// <summary>Removes the cached data of this location, or of the account when there is none.</summary>
    internal Task RemoveAsync() => _service.RemoveAsync(IsOwn);

    internal Task RefreshAsync(CancellationToken cancellationToken) => _service.RefreshAsync(IsOwn, cancellationToken);

    private bool IsOwn(GuestWifiAccount account, string? location) =>
        account == _account && (LocationId is null || location == LocationId);

    private GuestSessionQuery WithLocation(GuestSessionQuery query) =>
        query.LocationId is null ? query with { LocationId = LocationId } : query;
}
