namespace SessionsWidgets;

/// <summary>A smoke session: a person, a cigar, a place and a time.</summary>
/// <remarks>Immutable. Texts are cleaned of control and bidirectional override characters, but not HTML-encoded.</remarks>
public sealed record SmokeSession
{
    /// <summary>How long after its start a session without an end counts as in progress: 4 hours.</summary>
    public static readonly TimeSpan MaxInProgress = TimeSpan.FromHours(4);

    /// <summary>The session's identifier.</summary>
    public required string Id { get; init; }

    /// <summary>When the session was logged; null when invalid. A day without a time is its start in the business's zone.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When the cigar was lit, if known.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>When the cigar was put down, if it was.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>The duration as stated by upstream, else from start to end; null when unknown or contradictory.</summary>
    public TimeSpan? Duration { get; init; }

    /// <summary>The rating out of five; null when there is none.</summary>
    public double? Rating { get; init; }

    /// <summary>The smoker's note, if any.</summary>
    public string? Note { get; init; }

    /// <summary>Who smoked.</summary>
    public required SessionUser User { get; init; }

    /// <summary>The cigar, if known.</summary>
    public SessionCigar? Cigar { get; init; }

    /// <summary>Where, if known.</summary>
    public SessionVenue? Venue { get; init; }

    /// <summary>Whether <see cref="CreatedAt"/> is a day without a time.</summary>
    internal bool CreatedOnDay { get; init; }

    internal bool StartedOnDay { get; init; }

    internal bool EndedOnDay { get; init; }

    /// <summary>Whether a date of it depends on the time zone.</summary>
    internal bool HasDays => CreatedOnDay || StartedOnDay || EndedOnDay;

    /// <summary>The session for a time zone: a day without a time begins at midnight there.</summary>
    internal SmokeSession In(TimeZoneInfo zone) => !HasDays ? this : this with
    {
        CreatedAt = WireDate.In(zone, CreatedAt, CreatedOnDay),
        StartedAt = WireDate.In(zone, StartedAt, StartedOnDay),
        EndedAt = WireDate.In(zone, EndedAt, EndedOnDay),
    };

    /// <summary>Whether it started less than <see cref="MaxInProgress"/> before <paramref name="now"/> and has not ended.</summary>
    public bool IsInProgress(DateTimeOffset now) =>
        StartedAt is { } started && !StartedOnDay && EndedAt is null && Duration is null && now - started < MaxInProgress;
}

/// <summary>The cigar of a session. Immutable.</summary>
public sealed record SessionCigar
{
    /// <summary>The cigar's identifier, if known.</summary>
    public string? Id { get; init; }

    /// <summary>The cigar's name.</summary>
    public required string Name { get; init; }

    /// <summary>The brand's name, if known.</summary>
    public string? BrandName { get; init; }

    /// <summary>The absolute address of the cigar's picture; null when there is none or it is unsafe.</summary>
    public Uri? ImageUrl { get; init; }
}
