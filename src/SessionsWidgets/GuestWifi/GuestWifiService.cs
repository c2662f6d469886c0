using System.Net;
using System.Net.Http;
using Microsoft.Extensions.Logging;

namespace SessionsWidgets;

/// <summary>The guest Wi-Fi of all businesses of a client: accounts with their budgets, and the cache.</summary>
/// <remarks>Thread-safe. Caches in memory only, for 15 minutes past freshness at most; no durations or queries of one guest.</remarks>
internal sealed class GuestWifiService : IDisposable
{
    private const long MaxBytes = 8 * 1024 * 1024;

    private static readonly TimeSpan MaxStale = TimeSpan.FromMinutes(15);

    /// <summary>The name of the upstream in logs and metrics.</summary>
    public const string Name = "guest-wifi";

    /// <summary>Past days do not change, and the current one changes slowly.</summary>
    private static readonly TimeSpan VisitsFreshFor = TimeSpan.FromMinutes(10);

    private readonly GuestWifiAccounts _accounts;
    private readonly GuestCountSource _counts;
    private readonly GuestSessionSource _lists;
    private readonly VisitCountsSource _days;
    private readonly GuestDurationSource _durations;
    private readonly UpstreamCache _cache;
    private readonly UpstreamCache _visits;

    public GuestWifiService(Func<HttpMessageHandler> handlers, CachePolicy policy, Clocks clocks, ILogger logger)
    {
        _accounts = new GuestWifiAccounts(handlers, clocks, policy.FetchDeadline, logger);
        _counts = new GuestCountSource(_accounts, clocks.Host);
        _lists = new GuestSessionSource(_accounts, clocks);
        _days = new VisitCountsSource(_accounts, clocks);
        _durations = new GuestDurationSource(_accounts);
        var guests = policy with
        {
            StaleWhileRevalidate = Shorter(policy.StaleWhileRevalidate, MaxStale),
            StaleIfError = Shorter(policy.StaleIfError, MaxStale),
            MaxBytes = Math.Min(policy.MaxBytes, MaxBytes),
        };
        var unreachable = new UnreachableHosts();
        _cache = new UpstreamCache(guests, clocks, logger, unreachable: unreachable);
        _visits = new UpstreamCache(
            guests with { FreshFor = policy.FreshFor > VisitsFreshFor ? policy.FreshFor : VisitsFreshFor }, clocks, logger,
            unreachable: unreachable);
    }

    /// <summary>The number of fetches in progress.</summary>
    public int UnderWay => _cache.UnderWay + _visits.UnderWay;

    /// <inheritdoc cref="UpstreamCache.GetOutages"/>
    public IEnumerable<(ApiFault Fault, DateTimeOffset Since)> GetOutages() => _cache.GetOutages().Concat(_visits.GetOutages());

    public CachedQuery<GuestCountSource.Key, GuestTotal> Count(GuestWifiAccount account, GuestSessionQuery query) =>
        // Normalizes the parts that counts ignore.
        new(_cache, _counts, new(account, query with { Limit = 1, Page = 1, ForStaff = false }));

    public CachedQuery<GuestSessionSource.Key, GuestSessionPage> List(GuestWifiAccount account, GuestSessionQuery query, GuestMask mask) =>
        new(_cache, _lists, new(account, query with { LastSessionFirst = null }, query.ForStaff ? mask : GuestMask.Opaque));

    public CachedQuery<VisitCountsSource.Key, VisitCounts> Visits(VisitCountsSource.Key key) => new(_visits, _days, key);

    public CachedQuery<GuestDurationSource.Key, IReadOnlyList<GuestDuration>> Durations(
        GuestWifiAccount account, IReadOnlyList<IPAddress> addresses) =>
        new(_cache, _durations, new(account, addresses));

    /// <summary>Removes cached results of matching accounts and locations.</summary>
    public async Task RemoveAsync(Func<GuestWifiAccount, string?, bool> predicate)
    {
        await _cache.RemoveAsync<GuestCountSource.Key>(key => predicate(key.Account, key.Query.LocationId), null, isPrivate: true);
        await _cache.RemoveAsync<GuestSessionSource.Key>(key => predicate(key.Account, key.Query.LocationId), null, isPrivate: true);
        await _visits.RemoveAsync<VisitCountsSource.Key>(key => predicate(key.Account, key.LocationId), null, isPrivate: true);
    }

    /// <summary>Refreshes them, as far as their budgets allow.</summary>
    public async Task RefreshAsync(Func<GuestWifiAccount, string?, bool> predicate, CancellationToken cancellationToken)
    {
        await _cache.RefreshAsync(_counts, key => predicate(key.Account, key.Query.LocationId), cancellationToken);
        await _cache.RefreshAsync(_lists, key => predicate(key.Account, key.Query.LocationId), cancellationToken);
        await _visits.RefreshAsync(_days, key => predicate(key.Account, key.LocationId), cancellationToken);
    }

    public void Dispose()
    {
        _cache.Dispose();
        _visits.Dispose();
        _accounts.Dispose();
    }

    private static TimeSpan Shorter(TimeSpan a, TimeSpan b) => a < b ? a : b;
}
