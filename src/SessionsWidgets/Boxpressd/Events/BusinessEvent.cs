namespace SessionsWidgets;

/// <summary>An event of a business, such as a tasting or a concert.</summary>
/// <remarks>Immutable. Texts are cleaned of control and bidirectional override characters, but not HTML-encoded.</remarks>
public sealed record BusinessEvent
{
    /// <summary>The event's identifier.</summary>
    public required string Id { get; init; }

    /// <summary>The title.</summary>
    public required string Title { get; init; }

    /// <summary>The description, if any.</summary>
    public string? Description { get; init; }

    /// <summary>When it starts. A day without a time is its start in the time zone of the event.</summary>
    public required DateTimeOffset StartsAt { get; init; }

    /// <summary>When it ends; always after the start. Null when unknown or not after the start.</summary>
    public DateTimeOffset? EndsAt { get; init; }

    /// <summary>The time zone of its dates: the event's own, else that of the business. Null only for events that a host creates.</summary>
    public TimeZoneInfo? TimeZone { get; init; }

    /// <summary>The name of the place, if known.</summary>
    public string? LocationName { get; init; }

    /// <summary>The address of the place, if known.</summary>
    public string? Address { get; init; }

    /// <summary>The absolute address of the picture; null when there is none or it is unsafe.</summary>
    public Uri? ImageUrl { get; init; }

    /// <summary>Whether the event is featured; false if upstream does not send it.</summary>
    public bool IsFeatured { get; init; }

    /// <summary>The absolute http or https address of the event's page; null when there is none or it is unsafe.</summary>
    public Uri? ExternalUrl { get; init; }

    /// <summary>The absolute http or https address that sells tickets; null when there is none or it is unsafe.</summary>
    public Uri? TicketUrl { get; init; }

    /// <summary>Whether <see cref="StartsAt"/> is a day without a time.</summary>
    internal bool StartsOnDay { get; init; }

    /// <summary>Whether <see cref="EndsAt"/> is a day without a time, which is part of the event.</summary>
    internal bool EndsOnDay { get; init; }

    /// <summary>When the event is over.</summary>
    internal DateTimeOffset OverAt => EndsAt is { } end && !EndsOnDay
        ? end
        : LocalDay.StartOf(LocalDay.Of(EndsAt ?? StartsAt, TimeZone ?? TimeZoneInfo.Utc).AddDays(1), TimeZone ?? TimeZoneInfo.Utc);

    /// <summary>Whether the event is over: its end has come, or, of an event without an end, the day on which it starts has ended in its
    /// time zone (UTC for an event without one).</summary>
    public bool HasEnded(DateTimeOffset now) => now >= OverAt;

    /// <summary>Whether the event has started and is not over. Never true of an event without an end.</summary>
    public bool IsHappening(DateTimeOffset now) => EndsAt is not null && now >= StartsAt && !HasEnded(now);

    /// <summary>The event at a business in a time zone, which is that of events without one.</summary>
    internal BusinessEvent In(TimeZoneInfo business)
    {
        if (TimeZone is not null && !StartsOnDay && !EndsOnDay) return this;
        var zone = TimeZone ?? business;
        var (start, end) = (WireDate.In(zone, StartsAt, StartsOnDay)!.Value, WireDate.In(zone, EndsAt, EndsOnDay));
        var hasEnd = end > start;
        return this with { TimeZone = zone, StartsAt = start, EndsAt = hasEnd ? end : null, EndsOnDay = EndsOnDay && hasEnd };
    }
}
