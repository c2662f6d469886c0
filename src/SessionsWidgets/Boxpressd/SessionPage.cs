namespace SessionsWidgets;

/// <summary>The sessions that a query found, newest first. Immutable.</summary>
public sealed record SessionPage
{
    /// <summary>The sessions by <see cref="SmokeSession.CreatedAt"/>, newest first; those without a date last.</summary>
    public required IReadOnlyList<SmokeSession> Sessions { get; init; }

    /// <summary>The number of items left out because a required part was missing or invalid.</summary>
    public int Dropped { get; init; }

    /// <summary>Whether paging stopped early, because upstream repeated pages or had too many.</summary>
    public bool IsPartial { get; init; }

    /// <summary>When the data was fetched.</summary>
    public DateTimeOffset FetchedAt { get; init; }

    /// <summary>Whether the data is older than <see cref="CachePolicy.FreshFor"/>.</summary>
    public bool IsStale { get; init; }

    /// <summary>The page for a time zone.</summary>
    internal SessionPage In(TimeZoneInfo zone) => !Sessions.Any(static s => s.HasDays) ? this : InZone(zone);

    private SessionPage InZone(TimeZoneInfo zone) => this with
    {
        Sessions = [.. Sessions.Select(s => s.In(zone)).OrderByDescending(s => s.CreatedAt ?? DateTimeOffset.MinValue)],
    };
}
