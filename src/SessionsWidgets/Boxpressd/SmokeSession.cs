namespace SessionsWidgets;

/// <summary>One smoke session: who smoked what, where and when.</summary>
/// <remarks>Immutable. Texts are cleaned of control and bidirectional-override characters, but are not HTML-encoded: encode them where they
/// are written.</remarks>
public sealed record SmokeSession
{
    /// <summary>How long after its start a session without an end still counts as in progress: 4 hours. A session that nobody ended would
    /// be "now" for ever otherwise.</summary>
    public static readonly TimeSpan MaxInProgress = TimeSpan.FromHours(4);

    /// <summary>The session's identifier.</summary>
    public required string Id { get; init; }

    /// <summary>When the session was logged; null when upstream's date makes no sense.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When the cigar was lit, if known.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>When the cigar was put down, if it was.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>How long it took: what upstream says, else from start to end; null when unknown or contradictory.</summary>
    public TimeSpan? Duration { get; init; }

    /// <summary>The rating out of five; null when there is none.</summary>
    public double? Rating { get; init; }

    /// <summary>The smoker's note, if any.</summary>
    public string? Note { get; init; }

    /// <summary>Who smoked.</summary>
    public required SessionUser User { get; init; }

    /// <summary>What was smoked, if known.</summary>
    public SessionCigar? Cigar { get; init; }

    /// <summary>Where, if known.</summary>
    public SessionVenue? Venue { get; init; }

    /// <summary>Whether the cigar is still burning at <paramref name="now"/>: lit, not put down, and lit less than
    /// <see cref="MaxInProgress"/> ago.</summary>
    public bool IsInProgress(DateTimeOffset now) =>
        StartedAt is { } started && EndedAt is null && Duration is null && now - started < MaxInProgress;
}

/// <summary>The person of a session, as far as it is public. Immutable.</summary>
public sealed record SessionUser
{
    /// <summary>The person's identifier, if known.</summary>
    public string? Id { get; init; }

    /// <summary>The name to show: the display name, else first name and last initial, else "Boxpressd User".</summary>
    public required string DisplayName { get; init; }

    /// <summary>The person's picture, absolute; null when there is none or its address is not safe to show.</summary>
    public Uri? AvatarUrl { get; init; }
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

    /// <summary>The cigar's picture, absolute; null when there is none or its address is not safe to show.</summary>
    public Uri? ImageUrl { get; init; }
}

/// <summary>The venue of a session. Immutable.</summary>
public sealed record SessionVenue
{
    /// <summary>The venue's identifier, if known.</summary>
    public string? Id { get; init; }

    /// <summary>The venue's name.</summary>
    public required string Name { get; init; }
}
