using System.Text.Json.Serialization;

namespace SessionsWidgets;

/// <summary>The JSON of a check-in. Unknown fields are ignored.</summary>
internal sealed record WireCheckIn
{
    public string? Id { get; init; }

    public string? CreatedAt { get; init; }

    public string? Note { get; init; }

    public double? Rating { get; init; }

    [JsonConverter(typeof(LenientPartConverter<WireUser>))]
    public WireUser? User { get; init; }

    [JsonConverter(typeof(LenientPartConverter<WireVenue>))]
    public WireVenue? Venue { get; init; }
}
