namespace SessionsWidgets;

/// <summary>A page of guest sessions: the result of a <see cref="GuestSessionQuery"/>. Immutable.</summary>
public sealed record GuestSessionPage
{
    /// <summary>The sessions by <see cref="GuestSession.StartedAt"/>, latest first. Those without a start are last.</summary>
    public required IReadOnlyList<GuestSession> Sessions { get; init; }

    /// <summary>Whether there are more sessions after these.</summary>
    public bool HasMore { get; init; }

    /// <summary>Whether sessions may be missing, because a page was invalid or repeated.</summary>
    public bool IsPartial { get; init; }

    /// <summary>The number of invalid sessions that are left out.</summary>
    public int Dropped { get; init; }

    /// <summary>The time when the data was fetched.</summary>
    public DateTimeOffset FetchedAt { get; init; }

    /// <summary>Whether the data is older than <see cref="CachePolicy.FreshFor"/>, by 15 minutes at most, because upstream
    /// failed.</summary>
    public bool IsStale { get; init; }

    /// <summary>Gets the page in a time zone.</summary>
    internal GuestSessionPage In(TimeZoneInfo zone) => !Sessions.Any(static s => s.HasDays) ? this : InZone(zone);

    private GuestSessionPage InZone(TimeZoneInfo zone) => this with
    {
        Sessions = [.. Sessions.Select(s => s.In(zone)).OrderByDescending(s => s.StartedAt ?? DateTimeOffset.MinValue)],
    };
}
