using System.Text.Json.Serialization;

namespace SessionsWidgets;

/// <summary>The JSON of a session. Unknown fields are ignored.</summary>
internal sealed record WireSession
{
    public string? Id { get; init; }

    public string? CreatedAt { get; init; }

    public string? StartedAt { get; init; }

    public string? EndedAt { get; init; }

    public double? DurationSeconds { get; init; }

    public double? Rating { get; init; }

    public string? Note { get; init; }

    [JsonConverter(typeof(LenientPartConverter<WireUser>))]
    public WireUser? User { get; init; }

    [JsonConverter(typeof(LenientPartConverter<WireCigar>))]
    public WireCigar? Cigar { get; init; }

    [JsonConverter(typeof(LenientPartConverter<WireVenue>))]
    public WireVenue? Venue { get; init; }
}

internal sealed record WireCigar
{
    public string? Id { get; init; }

    public string? Name { get; init; }

    public string? BrandName { get; init; }

    public string? ImageUrl { get; init; }
}
