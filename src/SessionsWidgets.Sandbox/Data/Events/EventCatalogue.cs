namespace SessionsWidgets.Sandbox.Data.Events;

/// <summary>The made-up events, the same for every seed, in the order in which they were entered.</summary>
internal static class EventCatalogue
{
    /// <summary>Those of the sample's lounge come first.</summary>
    public static readonly IReadOnlyList<SeedEvent> All =
        [.. RecurringEvents.All, .. ComingEvents.All, .. PastEvents.All, .. OtherVenuesEvents.All];
}
