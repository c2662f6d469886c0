namespace SessionsWidgets.Samples.Sandbox.Data;

/// <summary>A session as it is stored, with what its answer needs of user, cigar and venue.</summary>
internal sealed record SessionRow
{
    public required string Id { get; init; }

    public required long CreatedAt { get; init; }

    public required long? StartedAt { get; init; }

    public required long? EndedAt { get; init; }

    public required long? DurationSeconds { get; init; }

    /// <summary>In tenths.</summary>
    public required long? Rating { get; init; }

    public required string? Note { get; init; }

    public required bool LeavesOut { get; init; }

    public required string UserId { get; init; }

    public required string DisplayName { get; init; }

    public required bool HasAvatar { get; init; }

    public required string? CigarId { get; init; }

    public required string? CigarName { get; init; }

    public required string? BrandName { get; init; }

    public required bool HasPicture { get; init; }

    public required string? VenueId { get; init; }

    public required string? VenueName { get; init; }
}
