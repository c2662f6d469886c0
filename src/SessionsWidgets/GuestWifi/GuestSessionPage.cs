namespace SessionsWidgets;

/// <summary>The guest sessions that a query found, latest first. Immutable.</summary>
public sealed record GuestSessionPage
{
    /// <summary>The sessions by <see cref="GuestSession.StartedAt"/>, latest first; those without a start last.</summary>
    public required IReadOnlyList<GuestSession> Sessions { get; init; }

    /// <summary>Whether there are more sessions.</summary>
    public bool HasMore { get; init; }

    /// <summary>Whether paging stopped early because of an invalid or repeated page.</summary>
    public bool IsPartial { get; init; }

    /// <summary>The number of invalid items left out.</summary>
    public int Dropped { get; init; }

    /// <summary>When the data was fetched.</summary>
    public DateTimeOffset FetchedAt { get; init; }

    /// <summary>Whether the data is past its freshness, by 15 minutes at most.</summary>
    public bool IsStale { get; init; }

    /// <summary>The page for a time zone.</summary>
    internal GuestSessionPage In(TimeZoneInfo zone) => !Sessions.Any(static s => s.HasDays) ? this : InZone(zone);

    private GuestSessionPage InZone(TimeZoneInfo zone) => this with
    {
        Sessions = [.. Sessions.Select(s => s.In(zone)).OrderByDescending(s => s.StartedAt ?? DateTimeOffset.MinValue)],
    };
}
