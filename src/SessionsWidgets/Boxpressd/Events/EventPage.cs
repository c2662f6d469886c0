namespace SessionsWidgets;

/// <summary>A page of events: the result of an <see cref="EventQuery"/>. Immutable.</summary>
public sealed record EventPage : ResultPage
{
    /// <summary>The events by <see cref="BusinessEvent.StartsAt"/>: soonest first, or latest first if the query is for past
    /// events.</summary>
    public required IReadOnlyList<BusinessEvent> Events { get; init; }
}
