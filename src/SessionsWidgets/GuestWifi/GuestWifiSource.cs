using System.Net;
using System.Net.Http;
using Microsoft.Extensions.Logging;

namespace SessionsWidgets;

/// <summary>The guest Wi-Fi of all businesses of a client: the accounts with their budgets, and the answers that may be kept.</summary>
/// <remarks>Thread-safe. Answers are kept in memory only, 15 minutes past their freshness at most; durations and what was asked about a single guest not at all.</remarks>
internal sealed class GuestWifiSource : IDisposable
{
    private const long MostBytes = 8 * 1024 * 1024;

    private static readonly TimeSpan MostStale = TimeSpan.FromMinutes(15);

    /// <summary>Days that are over change no more, and a day that is not grows slowly.</summary>
    private static readonly TimeSpan VisitsFreshFor = TimeSpan.FromMinutes(10);

    private readonly TimeProvider _clock;
    private readonly GuestWifiAccounts _accounts;
    private readonly GuestCountSource _counts;
    private readonly GuestSessionSource _lists;
    private readonly VisitCountsSource _days;
    private readonly SessionCache _cache;
    private readonly SessionCache _visits;

    public GuestWifiSource(Func<HttpMessageHandler> handlers, CachePolicy policy, TimeProvider clock, ILogger logger)
    {
        _clock = clock;
        _accounts = new GuestWifiAccounts(handlers, clock, policy.FetchDeadline, logger);
        _counts = new GuestCountSource(_accounts, clock);
        _lists = new GuestSessionSource(_accounts, clock);
        _days = new VisitCountsSource(_accounts, clock);
        var guests = policy with
        {
            StaleWhileRevalidate = Shorter(policy.StaleWhileRevalidate, MostStale),
            StaleIfError = Shorter(policy.StaleIfError, MostStale),
            MaxBytes = Math.Min(policy.MaxBytes, MostBytes),
        };
        _cache = new SessionCache(guests, clock, logger);
        _visits = new SessionCache(guests with { FreshFor = policy.FreshFor > VisitsFreshFor ? policy.FreshFor : VisitsFreshFor }, clock, logger);
    }

    /// <summary>How many fetches are under way.</summary>
    public int UnderWay => _cache.UnderWay + _visits.UnderWay;

    public ValueTask<CacheAnswer<GuestTotal>> CountAsync(GuestWifiAccount account, GuestSessionQuery query, TimeSpan patience, bool insist, CancellationToken cancellationToken)
    {
        // What a count takes no notice of makes no difference to it.
        var key = new GuestCountSource.Key(account, query with { Limit = 1, Page = 1, ForStaff = false });
        return query.IsPersonal ? AskAnewAsync(key, _counts, cancellationToken) : _cache.GetAsync(key, _counts, patience, insist, cancellationToken);
    }

    public ValueTask<CacheAnswer<GuestSessionPage>> ListAsync(GuestWifiAccount account, GuestSessionQuery query, GuestMask mask, TimeSpan patience, bool insist, CancellationToken cancellationToken)
    {
        var key = new GuestSessionSource.Key(account, query with { LastSessionFirst = null }, query.ForStaff ? mask : GuestMask.Opaque);
        return query.IsPersonal ? AskAnewAsync(key, _lists, cancellationToken) : _cache.GetAsync(key, _lists, patience, insist, cancellationToken);
    }

    public ValueTask<CacheAnswer<VisitCounts>> VisitsAsync(VisitCountsSource.Key key, TimeSpan patience, bool insist, CancellationToken cancellationToken) =>
        _visits.GetAsync(key, _days, patience, insist, cancellationToken);

    public Task<IReadOnlyList<GuestDuration>> DurationsAsync(GuestWifiAccount account, IReadOnlyList<IPAddress> addresses, CancellationToken cancellationToken) =>
        GuestDurationSource.FetchAsync(_accounts.Of(account), addresses, cancellationToken);

    public void Dispose()
    {
        _cache.Dispose();
        _visits.Dispose();
        _accounts.Dispose();
    }

    /// <summary>What names a guest is asked and forgotten: it would be part of a key.</summary>
    private async ValueTask<CacheAnswer<T>> AskAnewAsync<TKey, T>(TKey key, GuestSource<TKey, T> source, CancellationToken cancellationToken)
        where TKey : class
        where T : class
    {
        try
        {
            var fetched = await source.FetchAsync(key, null, cancellationToken);
            return new CacheAnswer<T>(fetched.Value, _clock.GetUtcNow(), _clock.GetUtcNow(), false, null);
        }
        catch (ApiException e)
        {
            return new CacheAnswer<T>(null, default, default, false, e);
        }
    }

    private static TimeSpan Shorter(TimeSpan a, TimeSpan b) => a < b ? a : b;
}
