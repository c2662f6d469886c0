namespace SessionsWidgets;

/// <summary>The events that a query selects, by the time of the call.</summary>
public enum EventStatus
{
    /// <summary>Events that are not over, including those that are happening.</summary>
    Upcoming,

    /// <summary>Events that are over.</summary>
    Past,

    /// <summary>All events.</summary>
    All,
}
