namespace SessionsWidgets.TestSupport.Fleet;

/// <summary>What a fleet did. Immutable.</summary>
public sealed record FleetReport
{
    public required int Servers { get; init; }

    public required int Visits { get; init; }

    /// <summary>The queries that were visited.</summary>
    public required int Queries { get; init; }

    public required int Fresh { get; init; }

    public required int Stale { get; init; }

    public required int Fallbacks { get; init; }

    /// <summary>The fallbacks of visits before the outage.</summary>
    public required int EarlyFallbacks { get; init; }

    /// <summary>Visits with data that the server had shown before.</summary>
    public required int FromMemory { get; init; }

    /// <summary>Visits with data that another server had fetched, and this one showed for the first time.</summary>
    public required int FromRedis { get; init; }

    /// <summary>Visits with data that the server had fetched itself, and showed for the first time.</summary>
    public required int FromUpstream { get; init; }

    /// <summary>Requests of upstream that were answered.</summary>
    public required int Requests { get; init; }

    /// <inheritdoc cref="Fleet.LeastRequests"/>
    public required int LeastRequests { get; init; }

    /// <summary>Requests of a query that came while the response before it was fresh: what a perfect lease would have saved.</summary>
    public required int EarlyRequests { get; init; }

    /// <summary>Requests during the outage.</summary>
    public required int FailedRequests { get; init; }

    /// <summary>The queries that were visited during the outage.</summary>
    public required int QueriesInOutage { get; init; }

    /// <summary>Commands that Redis counted.</summary>
    public long RedisCommands { get; init; }

    /// <summary>The memory of Redis at the end, without that of an empty one, in bytes.</summary>
    public long RedisBytes { get; init; }

    /// <summary>The processor time of Redis.</summary>
    public TimeSpan RedisProcessorTime { get; init; }

    /// <summary>Calls to Redis that failed or took too long.</summary>
    public int FailedRedisCalls { get; init; }

    /// <summary>The managed memory at the end for each server, in bytes.</summary>
    public long BytesOfAServer { get; init; }

    /// <summary>By how much of the fleet's time a visit began too late, at most: whether the machine was fast enough.</summary>
    public TimeSpan MaxDelay { get; init; }

    public double Ratio => (double)Requests / LeastRequests;
}
