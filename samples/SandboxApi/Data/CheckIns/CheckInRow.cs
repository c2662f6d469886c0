namespace SessionsWidgets.Samples.Sandbox.Data.CheckIns;

/// <summary>A check-in as it is stored, with what its answer needs of user and venue.</summary>
internal sealed record CheckInRow
{
    public required string Id { get; init; }

    public required long CreatedAt { get; init; }

    public required string? Note { get; init; }

    public required long? Rating { get; init; }

    public required bool LeavesOut { get; init; }

    public required string UserId { get; init; }

    public required string DisplayName { get; init; }

    public required bool HasAvatar { get; init; }

    public required string VenueId { get; init; }

    public required string VenueName { get; init; }
}
