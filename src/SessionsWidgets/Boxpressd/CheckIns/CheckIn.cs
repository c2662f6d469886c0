namespace SessionsWidgets;

/// <summary>A check-in of a person at a venue.</summary>
/// <remarks>Immutable. Texts are cleaned of control and bidirectional override characters, but not HTML-encoded.</remarks>
public sealed record CheckIn
{
    /// <summary>The check-in's identifier.</summary>
    public required string Id { get; init; }

    /// <summary>When the person checked in; null when invalid. A day without a time is its start in the business's zone.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>The person's note, if any.</summary>
    public string? Note { get; init; }

    /// <summary>The rating out of five; null when there is none.</summary>
    public double? Rating { get; init; }

    /// <summary>Who checked in.</summary>
    public required SessionUser User { get; init; }

    /// <summary>Where, if known.</summary>
    public SessionVenue? Venue { get; init; }

    /// <summary>Whether <see cref="CreatedAt"/> is a day without a time.</summary>
    internal bool CreatedOnDay { get; init; }

    /// <summary>The check-in for a time zone: a day without a time begins at midnight there.</summary>
    internal CheckIn In(TimeZoneInfo zone) =>
        CreatedOnDay ? this with { CreatedAt = WireDate.In(zone, CreatedAt, CreatedOnDay) } : this;
}
