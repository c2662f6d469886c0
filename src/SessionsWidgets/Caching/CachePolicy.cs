namespace SessionsWidgets;

/// <summary>The options of caching: how long responses are served, how long pages wait for upstream, and limits of requests and
/// memory.</summary>
/// <remarks>Not thread-safe. Copied and validated when a client is created, or when the host starts.</remarks>
public sealed record CachePolicy
{
    /// <summary>The time for which a response is fresh: it is served without a request. Default: 1 minute. Range: 1 second to 1
    /// day.</summary>
    public TimeSpan FreshFor { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>The time after freshness in which a response is served at once, while it is fetched again. Default: 10 minutes. Range: 0 to
    /// 1 day.</summary>
    public TimeSpan StaleWhileRevalidate { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>The time after freshness in which a response is served if fetching fails. Default: 1 day. Range: 0 to 30 days.</summary>
    public TimeSpan StaleIfError { get; set; } = TimeSpan.FromDays(1);

    /// <summary>The wait for a new response if the cached one is older than <see cref="StaleWhileRevalidate"/> allows; then the cached one
    /// is served. Default: 250 ms. Range: 0 to 10 seconds. A fetch that takes longer is logged as slow.</summary>
    public TimeSpan SoftTimeout { get; set; } = TimeSpan.FromMilliseconds(250);

    /// <summary>The wait for upstream without a cached response, for all widgets of a page together. Default: 2 seconds. Range: 0 to 1
    /// minute.</summary>
    public TimeSpan PageBudget { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>The timeout of a fetch, with all its pages, retries and bodies, and of a call of the <see cref="IBusinessSource"/>.
    /// Default: 10 seconds. Range: 100 ms to 2 minutes.</summary>
    public TimeSpan FetchDeadline { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>The timeout of a call of the distributed cache; not used without one. Default: 100 ms. Range: 1 ms to 5 seconds.</summary>
    public TimeSpan DistributedCacheTimeout { get; set; } = TimeSpan.FromMilliseconds(100);

    /// <summary>The maximum number of requests per minute that pages cause for one business in this process. Past it, only cached responses
    /// are shown. Library calls, the command line and background refreshes do not count. Default: 300. Range: 1 to 100,000.</summary>
    public int RequestsPerMinute { get; set; } = 300;

    /// <summary>The maximum number of requests per minute that pages cause for all businesses together that are not in memory, in addition
    /// to the limit of each. Past it, their widgets show the fallback content. Default: 600. Range: 1 to 100,000.</summary>
    public int NewBusinessRequestsPerMinute { get; set; } = 600;

    /// <summary>The memory limit of cached API responses, in bytes. Default: 64 MiB. Range: 64 KiB to 16 GiB.</summary>
    public long MaxBytes { get; set; } = 64L * 1024 * 1024;

    /// <summary>The memory limit of rendered fragments, in bytes. Default: 32 MiB. Range: 64 KiB to 16 GiB.</summary>
    public long MaxFragmentBytes { get; set; } = 32L * 1024 * 1024;

    /// <param name="path">The prefix of names in errors.</param>
    /// <exception cref="ParameterException">A value is out of its range.</exception>
    internal void Validate(string path)
    {
        Check(nameof(FreshFor), FreshFor, TimeSpan.FromSeconds(1), TimeSpan.FromDays(1));
        Check(nameof(StaleWhileRevalidate), StaleWhileRevalidate, TimeSpan.Zero, TimeSpan.FromDays(1));
        Check(nameof(StaleIfError), StaleIfError, TimeSpan.Zero, TimeSpan.FromDays(30));
        Check(nameof(SoftTimeout), SoftTimeout, TimeSpan.Zero, TimeSpan.FromSeconds(10));
        Check(nameof(PageBudget), PageBudget, TimeSpan.Zero, TimeSpan.FromMinutes(1));
        Check(nameof(FetchDeadline), FetchDeadline, TimeSpan.FromMilliseconds(100), TimeSpan.FromMinutes(2));
        Check(nameof(DistributedCacheTimeout), DistributedCacheTimeout, TimeSpan.FromMilliseconds(1), TimeSpan.FromSeconds(5));
        CheckRequests(nameof(RequestsPerMinute), RequestsPerMinute);
        CheckRequests(nameof(NewBusinessRequestsPerMinute), NewBusinessRequestsPerMinute);
        CheckBytes(nameof(MaxBytes), MaxBytes);
        CheckBytes(nameof(MaxFragmentBytes), MaxFragmentBytes);

        void CheckBytes(string name, long value)
        {
            if (value is < 64 * 1024 or > 16L * 1024 * 1024 * 1024)
                throw new ParameterException($"{path}{name}", $"{value}", "it must be from 65536 (64 KiB) to 17179869184 (16 GiB).");
        }

        void CheckRequests(string name, int value)
        {
            if (value is < 1 or > 100_000) throw new ParameterException($"{path}{name}", $"{value}", "it must be from 1 to 100000.");
        }

        void Check(string name, TimeSpan value, TimeSpan min, TimeSpan max)
        {
            if (value < min || value > max)
                throw new ParameterException($"{path}{name}", $"{value:c}", $"it must be from {min:c} to {max:c} (d.hh:mm:ss).");
        }
    }
}
