using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Logging;

namespace SessionsWidgets;

/// <summary>How many requests pages may cause: for each business, and for all together that are not in memory. Thread-safe.</summary>
internal sealed class PageRequestLimits(CachePolicy policy, TimeProvider clock, ILogger logger) : IDisposable
{
    private const int MaxKnown = 100_000;

    private readonly TokenBucketLimiter _each = new(policy.RequestsPerMinute, clock);
    private readonly TokenBucketLimiter _new = new(policy.NewBusinessRequestsPerMinute, clock);
    private readonly MemoryCache _known = new(new MemoryCacheOptions { SizeLimit = MaxKnown, Clock = new CacheClock(clock) });

    /// <summary>Counts a business as in memory: there is a response.</summary>
    public void AddKnown(string business) => _known.Set(
        business, true,
        new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = policy.FreshFor + policy.StaleIfError });

    /// <summary>Charges requests of a page; returns an error when a limit is reached.</summary>
    public ApiException? Charge(string business, int requests, Uri address)
    {
        if (!_known.TryGetValue(business, out _) && _new.Take("", requests, out var isFirst) is var wait && wait > TimeSpan.Zero)
        {
            if (isFirst) CacheLog.NewBusinessBudgetUsedUp(logger, _new.PerMinute);
            return Refuse(address, wait, nameof(policy.NewBusinessRequestsPerMinute), _new.PerMinute, " for businesses not in memory");
        }

        wait = _each.Take(business, requests, out isFirst);
        if (wait <= TimeSpan.Zero) return null;
        if (isFirst) CacheLog.BudgetUsedUp(logger, address.AbsoluteUri, _each.PerMinute);
        return Refuse(address, wait, nameof(policy.RequestsPerMinute), _each.PerMinute, "");
    }

    /// <summary>Charges requests that a page has made without asking; the business may owe them for a while.</summary>
    public void ChargeMore(string business, int requests) => _each.Owe(business, requests);

    public void Dispose() => _known.Dispose();

    private static ApiException Refuse(Uri address, TimeSpan wait, string setting, int perMinute, string whose)
    {
        Telemetry.Refused.Add(1);
        return new ApiException(
            ApiFault.RateLimited, address,
            $"pages have used up {perMinute} requests within a minute{whose} (SessionsWidgets:Cache:{setting}).", null, wait)
        {
            IsShortCircuited = true,
        };
    }
}
