namespace SessionsWidgets;

/// <summary>The sessions that a query found, the newest first. Immutable.</summary>
public sealed record SessionPage
{
    /// <summary>The sessions, by <see cref="SmokeSession.CreatedAt"/>, the newest first; those without a date last.</summary>
    public required IReadOnlyList<SmokeSession> Sessions { get; init; }

    /// <summary>How many items of the answer were left out because a required part was missing or broken.</summary>
    public int Dropped { get; init; }

    /// <summary>Whether there are more sessions than could be had: upstream's paging went in circles.</summary>
    public bool IsPartial { get; init; }

    /// <summary>When upstream gave this answer.</summary>
    public DateTimeOffset FetchedAt { get; init; }

    /// <summary>Whether this is a last good answer that is older than the freshness time.</summary>
    public bool IsStale { get; init; }
}
