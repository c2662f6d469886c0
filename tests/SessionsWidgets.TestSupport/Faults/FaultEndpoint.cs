namespace SessionsWidgets.TestSupport.Faults;

/// <summary>The endpoints of both APIs; those of guests come last.</summary>
public enum FaultEndpoint
{
    /// <summary>The sessions of a business.</summary>
    Sessions,

    /// <summary>The events of a business.</summary>
    Events,

    /// <summary>The check-ins at a venue.</summary>
    CheckIns,

    /// <summary>How many guests there are.</summary>
    GuestCount,

    /// <summary>The sessions of guests.</summary>
    GuestList,

    /// <summary>How long guests have been there: the one whose answers may not be kept.</summary>
    GuestDurations,
}
