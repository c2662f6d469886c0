namespace SessionsWidgets.Samples.Sandbox.Data.Events;

/// <summary>An event as it is stored.</summary>
internal sealed record EventRow
{
    public required string Id { get; init; }

    public required string Title { get; init; }

    public required string? Description { get; init; }

    public required long StartsAt { get; init; }

    public required long? EndsAt { get; init; }

    public required string? TimeZone { get; init; }

    public required string? LocationName { get; init; }

    public required string? Address { get; init; }

    public required bool HasPicture { get; init; }

    public required bool Featured { get; init; }

    public required string? ExternalUrl { get; init; }

    public required string? TicketUrl { get; init; }

    public required bool LeavesOut { get; init; }
}
