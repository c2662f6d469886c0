namespace SessionsWidgets;

/// <summary>The events that a query found. Immutable.</summary>
public sealed record EventPage : ResultPage
{
    /// <summary>The events by <see cref="BusinessEvent.StartsAt"/>: soonest first, of a query for past events latest first.</summary>
    public required IReadOnlyList<BusinessEvent> Events { get; init; }
}
