namespace SessionsWidgets;

/// <summary>A smoke session: a person, a cigar, a place and a time.</summary>
/// <remarks>Immutable. Texts are cleaned of control and bidirectional override characters, but not HTML-encoded.</remarks>
public sealed record SmokeSession
{
    /// <summary>The time after its start during which a session without an end counts as in progress: 4 hours.</summary>
    public static readonly TimeSpan MaxInProgress = TimeSpan.FromHours(4);

    /// <summary>The id of the session.</summary>
    public required string Id { get; init; }

    /// <summary>The time when the session was logged; null if it is invalid. A day without a time counts as the start of that day in the
    /// business's time zone.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>The start of the smoke, if known.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>The end of the smoke; null if it has not ended or the end is unknown.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>The duration that upstream states, or the time from start to end; null if it is unknown, contradictory or over 24
    /// hours.</summary>
    public TimeSpan? Duration { get; init; }

    /// <summary>The rating, 0 to 5; null if there is none or it is out of range.</summary>
    public double? Rating { get; init; }

    /// <summary>The note of the person; null if there is none.</summary>
    public string? Note { get; init; }

    /// <summary>The person who smoked.</summary>
    public required SessionUser User { get; init; }

    /// <summary>The cigar, if known.</summary>
    public SessionCigar? Cigar { get; init; }

    /// <summary>The venue, if known.</summary>
    public SessionVenue? Venue { get; init; }

    /// <summary>Whether <see cref="CreatedAt"/> is a day without a time.</summary>
    internal bool CreatedOnDay { get; init; }

    internal bool StartedOnDay { get; init; }

    internal bool EndedOnDay { get; init; }

    /// <summary>Whether one of the dates depends on the time zone.</summary>
    internal bool HasDays => CreatedOnDay || StartedOnDay || EndedOnDay;

    /// <summary>Gets the session in a time zone: a day without a time begins at midnight there.</summary>
    internal SmokeSession In(TimeZoneInfo zone) => !HasDays ? this : this with
    {
        CreatedAt = WireDate.In(zone, CreatedAt, CreatedOnDay),
        StartedAt = WireDate.In(zone, StartedAt, StartedOnDay),
        EndedAt = WireDate.In(zone, EndedAt, EndedOnDay),
    };

    /// <summary>Whether the session is in progress at a time: it has neither an end nor a duration, and started less than
    /// <see cref="MaxInProgress"/> before. A start in the future counts, too.</summary>
    /// <param name="now">The time.</param>
    public bool IsInProgress(DateTimeOffset now) =>
        StartedAt is { } started && !StartedOnDay && EndedAt is null && Duration is null && now - started < MaxInProgress;
}

/// <summary>The cigar of a session. Immutable.</summary>
public sealed record SessionCigar
{
    /// <summary>The id of the cigar, if known.</summary>
    public string? Id { get; init; }

    /// <summary>The name of the cigar.</summary>
    public required string Name { get; init; }

    /// <summary>The name of the brand, if known.</summary>
    public string? BrandName { get; init; }

    /// <summary>The absolute URL of the cigar's picture; null if there is none or it is unsafe.</summary>
    public Uri? ImageUrl { get; init; }
}
