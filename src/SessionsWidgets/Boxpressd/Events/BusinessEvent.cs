namespace SessionsWidgets;

/// <summary>An event of a business, such as a tasting or a concert.</summary>
/// <remarks>Immutable. Texts are cleaned of control and bidirectional override characters, but not HTML-encoded.</remarks>
public sealed record BusinessEvent
{
    /// <summary>The id of the event.</summary>
    public required string Id { get; init; }

    /// <summary>The title.</summary>
    public required string Title { get; init; }

    /// <summary>The description; null if there is none.</summary>
    public string? Description { get; init; }

    /// <summary>The start. A day without a time counts as the start of that day in <see cref="TimeZone"/>.</summary>
    public required DateTimeOffset StartsAt { get; init; }

    /// <summary>The end; null if it is unknown or not after the start.</summary>
    public DateTimeOffset? EndsAt { get; init; }

    /// <summary>The time zone of the dates: the event's own, or that of the business. Null only if code creates the event without
    /// one.</summary>
    public TimeZoneInfo? TimeZone { get; init; }

    /// <summary>The name of the place, if known.</summary>
    public string? LocationName { get; init; }

    /// <summary>The postal address of the place, if known.</summary>
    public string? Address { get; init; }

    /// <summary>The absolute URL of the picture; null if there is none or it is unsafe.</summary>
    public Uri? ImageUrl { get; init; }

    /// <summary>Whether the event is featured; false if upstream does not send it.</summary>
    public bool IsFeatured { get; init; }

    /// <summary>The absolute http or https URL of the event's page; null if there is none or it is unsafe.</summary>
    public Uri? ExternalUrl { get; init; }

    /// <summary>The absolute http or https URL of the page that sells tickets; null if there is none or it is unsafe.</summary>
    public Uri? TicketUrl { get; init; }

    /// <summary>Whether <see cref="StartsAt"/> is a day without a time.</summary>
    internal bool StartsOnDay { get; init; }

    /// <summary>Whether <see cref="EndsAt"/> is a day without a time, which is part of the event.</summary>
    internal bool EndsOnDay { get; init; }

    /// <summary>The time when the event is over.</summary>
    internal DateTimeOffset OverAt => EndsAt is { } end && !EndsOnDay
        ? end
        : LocalDay.StartOf(LocalDay.Of(EndsAt ?? StartsAt, TimeZone ?? TimeZoneInfo.Utc).AddDays(1), TimeZone ?? TimeZoneInfo.Utc);

    /// <summary>Whether the event is over at a time. An event without an end is over when the day of its start ends, in its time zone or
    /// else in UTC.</summary>
    /// <param name="now">The time.</param>
    public bool HasEnded(DateTimeOffset now) => now >= OverAt;

    /// <summary>Whether the event has started and is not over at a time. Always false for an event without an end.</summary>
    /// <param name="now">The time.</param>
    public bool IsHappening(DateTimeOffset now) => EndsAt is not null && now >= StartsAt && !HasEnded(now);

    /// <summary>Gets the event of a business in a time zone, which applies if the event has none.</summary>
    internal BusinessEvent In(TimeZoneInfo business)
    {
        if (TimeZone is not null && !StartsOnDay && !EndsOnDay) return this;
        var zone = TimeZone ?? business;
        var (start, end) = (WireDate.In(zone, StartsAt, StartsOnDay)!.Value, WireDate.In(zone, EndsAt, EndsOnDay));
        var hasEnd = end > start;
        return this with { TimeZone = zone, StartsAt = start, EndsAt = hasEnd ? end : null, EndsOnDay = EndsOnDay && hasEnd };
    }
}
