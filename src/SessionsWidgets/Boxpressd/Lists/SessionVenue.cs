namespace SessionsWidgets;

/// <summary>The venue of a session or check-in. Immutable.</summary>
public sealed record SessionVenue
{
    /// <summary>The venue's identifier, if known.</summary>
    public string? Id { get; init; }

    /// <summary>The venue's name.</summary>
    public required string Name { get; init; }
}
