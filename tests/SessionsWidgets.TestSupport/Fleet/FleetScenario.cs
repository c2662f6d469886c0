namespace SessionsWidgets.TestSupport.Fleet;

/// <summary>What happens to a fleet of servers. Times are of the fleet, whose clock runs <see cref="TimesFaster"/> as fast as the
/// machine's. Immutable.</summary>
public sealed record FleetScenario
{
    public required int Servers { get; init; }

    public int Businesses { get; init; } = 10_000;

    /// <summary>The business of rank n gets visits in proportion to 1 / n to this power.</summary>
    public double ZipfExponent { get; init; } = 1;

    /// <summary>Visits to the whole fleet; each goes to a random server.</summary>
    public double VisitsPerSecond { get; init; } = 100;

    public TimeSpan Length { get; init; } = TimeSpan.FromMinutes(10);

    public int TimesFaster { get; init; } = 6;

    public TimeSpan UpstreamTakes { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>When upstream begins to answer 500.</summary>
    public TimeSpan OutageBegins { get; init; } = TimeSpan.FromMinutes(4);

    public TimeSpan OutageEnds { get; init; } = TimeSpan.FromMinutes(5.5);

    /// <summary>When half of the servers are replaced by new ones, all at once.</summary>
    public TimeSpan Restart { get; init; } = TimeSpan.FromMinutes(7);

    public int Seed { get; init; } = 1;

    /// <summary>The defaults of the library, but for limits of requests that a fleet's visits would reach.</summary>
    internal static CachePolicy Policy => new()
    {
        // A call to Redis takes the machine's time, in which the fleet's runs faster.
        DistributedCacheTimeout = TimeSpan.FromSeconds(5),
        RequestsPerMinute = 100_000,
        NewBusinessRequestsPerMinute = 100_000,
    };

    /// <summary>The same events within four minutes for few businesses, in eight seconds.</summary>
    public static FleetScenario Brief(int servers) => new()
    {
        Servers = servers,
        Businesses = 50,
        VisitsPerSecond = 20,
        Length = TimeSpan.FromMinutes(4),
        TimesFaster = 30,
        OutageBegins = TimeSpan.FromSeconds(70),
        OutageEnds = TimeSpan.FromSeconds(140),
        Restart = TimeSpan.FromSeconds(180),
    };
}
