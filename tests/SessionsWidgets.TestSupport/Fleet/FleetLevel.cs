namespace SessionsWidgets.TestSupport.Fleet;

/// <summary>Where the data of a visit came from.</summary>
internal enum FleetLevel
{
    /// <summary>There was none: the fallback.</summary>
    None,

    /// <summary>This server has shown it before.</summary>
    Memory,

    /// <summary>Another server has fetched it.</summary>
    Redis,

    /// <summary>This server has fetched it.</summary>
    Upstream,
}
