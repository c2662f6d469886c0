namespace SessionsWidgets;

/// <summary>A check-in of a person at a venue.</summary>
/// <remarks>Immutable. Texts are cleaned of control and bidirectional override characters, but not HTML-encoded.</remarks>
public sealed record CheckIn
{
    /// <summary>The id of the check-in.</summary>
    public required string Id { get; init; }

    /// <summary>The time of the check-in; null if it is invalid. A day without a time counts as the start of that day in the business's
    /// time zone.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>The note of the person; null if there is none.</summary>
    public string? Note { get; init; }

    /// <summary>The rating, 0 to 5; null if there is none or it is out of range.</summary>
    public double? Rating { get; init; }

    /// <summary>The person who checked in.</summary>
    public required SessionUser User { get; init; }

    /// <summary>The venue, if known.</summary>
    public SessionVenue? Venue { get; init; }

    /// <summary>Whether <see cref="CreatedAt"/> is a day without a time.</summary>
    internal bool CreatedOnDay { get; init; }

    /// <summary>The check-in for a time zone: a day without a time begins at midnight there.</summary>
    internal CheckIn In(TimeZoneInfo zone) =>
        CreatedOnDay ? this with { CreatedAt = WireDate.In(zone, CreatedAt, CreatedOnDay) } : this;
}
