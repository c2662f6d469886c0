namespace SessionsWidgets;

/// <summary>Which events a query is for, by the time at which it is answered.</summary>
public enum EventStatus
{
    /// <summary>Those that are not over; those that are happening included.</summary>
    Upcoming,

    /// <summary>Those that are over.</summary>
    Past,

    /// <summary>All of them.</summary>
    All,
}
