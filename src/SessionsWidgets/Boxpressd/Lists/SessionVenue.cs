namespace SessionsWidgets;

/// <summary>The venue of a session or check-in. Immutable.</summary>
public sealed record SessionVenue
{
    /// <summary>The id of the venue, if known.</summary>
    public string? Id { get; init; }

    /// <summary>The name of the venue.</summary>
    public required string Name { get; init; }
}
