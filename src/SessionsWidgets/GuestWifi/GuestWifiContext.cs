using System.Net;

namespace SessionsWidgets;

/// <summary>A venue's guest Wi-Fi: where its API is, and which location is meant. A light handle on its
/// <see cref="SessionsClient"/>.</summary>
/// <remarks>Immutable and thread-safe. Holds the token, but does not show it. Names, e-mails, addresses and ids of guests are dropped where
/// answers are read.</remarks>
public sealed class GuestWifiContext
{
    private readonly GuestWifiService _source;
    private readonly GuestWifiAccount _account;
    private readonly GuestMask _mask;
    private readonly IPNetwork[] _networks;

    internal GuestWifiContext(GuestWifiService source, GuestWifiOptions options)
    {
        _source = source;
        _account = GuestWifiAccount.Of(options);
        _mask = new GuestMask(options.RevealToStaff ?? GuestFields.None, options.PseudonymKey);
        _networks = [.. options.ClientNetworks.Select(network => IPNetwork.Parse(network.Trim()))];
        Options = options;
    }

    /// <summary>Where the API is.</summary>
    public Uri ApiBaseUrl => Options.ApiBaseUrl!;

    /// <summary>The location whose guests count; null for all that the token opens.</summary>
    public string? LocationId => Options.LocationId;

    /// <summary>What staff widgets may show of a guest.</summary>
    public GuestFields RevealToStaff => _mask.Fields;

    /// <inheritdoc cref="GuestWifiOptions.Floor"/>
    internal int Floor => Options.Floor ?? 3;

    internal GuestWifiOptions Options { get; }

    /// <summary>
    /// Guest sessions, those that started last first; more than 100 take several requests. Served from memory while fresh, and up to
    /// 15 minutes longer when upstream fails; a query for a single guest is asked anew each time, save for a while after it failed.
    /// </summary>
    /// <param name="query">Which sessions; null for the latest 10.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="ParameterException">The query is not allowed; no request has been made.</exception>
    /// <exception cref="ApiException">Upstream gave no usable answer, or the budget of requests is used up, and there is no last good
    /// one.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async Task<GuestSessionPage> GetSessionsAsync(GuestSessionQuery? query = null, CancellationToken cancellationToken = default)
    {
        var answer = await AskList(query ?? new GuestSessionQuery()).GetAsync(Timeout.InfiniteTimeSpan, true, cancellationToken);
        if (answer.Value is not { } page) throw answer.Failure!;
        return answer.IsStale ? page with { IsStale = true } : page;
    }

    /// <summary>How many guest sessions a query finds. The number is exact: what is shown of it in public should go through
    /// <see cref="GuestCount"/>.</summary>
    /// <inheritdoc cref="GetSessionsAsync"/>
    public async Task<long> CountSessionsAsync(GuestSessionQuery? query = null, CancellationToken cancellationToken = default)
    {
        var answer = await QueryCount(query ?? new GuestSessionQuery()).GetAsync(Timeout.InfiniteTimeSpan, true, cancellationToken);
        return answer.Value is { } total ? total.Count : throw answer.Failure!;
    }

    /// <summary>
    /// How long the guests at these addresses have been there. An address is asked once, a hundred in a request; nothing is kept. After
    /// a failure the same addresses are not asked for again for a while.
    /// </summary>
    /// <param name="addresses">The guests' addresses.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>One duration for each address, in their order.</returns>
    /// <exception cref="ApiException">Upstream gave no usable answer, or the budget of requests is used up.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async Task<IReadOnlyList<GuestDuration>> GetDurationsAsync(
        IEnumerable<IPAddress> addresses, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(addresses);
        var answer = await AskDurations(addresses).GetAsync(Timeout.InfiniteTimeSpan, true, cancellationToken);
        return answer.Value ?? throw answer.Failure!;
    }

    /// <summary>Whether a visitor at this address is a guest of this venue, as far as the address can tell.</summary>
    internal bool IsInside(IPAddress address)
    {
        var plain = GuestAddress.Plain(address);
        return Array.Exists(_networks, network => network.Contains(plain));
    }

    /// <exception cref="ParameterException">The query is not allowed.</exception>
    internal CachedQuery<GuestSessionSource.Key, GuestSessionPage> AskList(GuestSessionQuery query)
    {
        query.Validate();
        return _source.List(_account, Here(query), _mask);
    }

    /// <exception cref="ParameterException">The query is not allowed.</exception>
    internal CachedQuery<GuestCountSource.Key, GuestTotal> QueryCount(GuestSessionQuery query)
    {
        query.Validate();
        return _source.Count(_account, Here(query));
    }

    internal CachedQuery<GuestDurationSource.Key, IReadOnlyList<GuestDuration>> AskDurations(IEnumerable<IPAddress> addresses) =>
        _source.Durations(_account, [.. addresses.Select(GuestAddress.Plain)]);

    internal CachedQuery<VisitCountsSource.Key, VisitCounts> AskVisits(DateOnly today, int days, int sample) =>
        _source.Visits(new VisitCountsSource.Key(_account, LocationId, today, days, sample));

    /// <summary>Forgets what is known of this location; of all that the token opens when there is none.</summary>
    internal Task RemoveAsync() => _source.RemoveAsync(IsHere);

    internal Task RefreshAsync(CancellationToken cancellationToken) => _source.RefreshAsync(IsHere, cancellationToken);

    private bool IsHere(GuestWifiAccount account, string? location) =>
        account == _account && (LocationId is null || location == LocationId);

    private GuestSessionQuery Here(GuestSessionQuery query) => query.LocationId is null ? query with { LocationId = LocationId } : query;
}
