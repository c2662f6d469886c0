namespace SessionsWidgets;

/// <summary>The JSON of an event. Unknown fields are ignored.</summary>
internal sealed record WireEvent
{
    public string? Id { get; init; }

    public string? Title { get; init; }

    public string? Description { get; init; }

    public string? StartsAt { get; init; }

    public string? EndsAt { get; init; }

    public string? Timezone { get; init; }

    public string? LocationName { get; init; }

    public string? Address { get; init; }

    public string? ImageUrl { get; init; }

    public bool? Featured { get; init; }

    public string? ExternalUrl { get; init; }

    public string? TicketUrl { get; init; }
}
