namespace SessionsWidgets;

/// <summary>How long results are cached, and how long a page waits for upstream.</summary>
/// <remarks>Not thread-safe. Copied when a client is created.</remarks>
public sealed record CachePolicy
{
    /// <summary>How long a result is served without a request. Default: 1 minute. Range: 1 second to 1 day.</summary>
    public TimeSpan FreshFor { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How long after freshness a result is served while it is revalidated. Default: 10 minutes. Range: 0 to 1 day.</summary>
    public TimeSpan StaleWhileRevalidate { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>How long after freshness a result is served when fetching fails. Default: 1 day. Range: 0 to 30 days.</summary>
    public TimeSpan StaleIfError { get; set; } = TimeSpan.FromDays(1);

    /// <summary>How long a page waits past <see cref="StaleWhileRevalidate"/>. Default: 250 ms. Range: 0 to 10 seconds.</summary>
    public TimeSpan SoftTimeout { get; set; } = TimeSpan.FromMilliseconds(250);

    /// <summary>How long a page waits, over all its widgets, without a cached result. Default: 2 seconds. Range: 0 to 1 minute.</summary>
    public TimeSpan PageBudget { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>The timeout of a fetch, retry and body included. Default: 10 seconds. Range: 100 ms to 2 minutes.</summary>
    public TimeSpan FetchDeadline { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>The timeout of a call to the distributed cache; ignored without one. Default: 100 ms. Range: 1 ms to 5 seconds.</summary>
    public TimeSpan DistributedCacheTimeout { get; set; } = TimeSpan.FromMilliseconds(100);

    /// <summary>How many requests a minute pages may cause for one business in this process; past it, only cached results are shown. Not
    /// counted: library calls, the command line, background refreshes. Default: 300. Range: 1 to 100,000.</summary>
    public int RequestsPerMinute { get; set; } = 300;

    /// <summary>How many requests a minute pages may cause for all businesses together that are not in memory, besides the limit of each.
    /// The others show the fallback until it is their turn. Default: 600. Range: 1 to 100,000.</summary>
    public int NewBusinessRequestsPerMinute { get; set; } = 600;

    /// <summary>The memory limit of the cache in bytes. Default: 64 MiB. Range: 64 KiB to 16 GiB.</summary>
    public long MaxBytes { get; set; } = 64L * 1024 * 1024;

    /// <summary>The memory limit of rendered fragments in bytes. Default: 32 MiB. Range: 64 KiB to 16 GiB.</summary>
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
