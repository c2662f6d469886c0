using System.Text.Json.Serialization;

namespace SessionsWidgets;

/// <summary>The JSON of a guest session without personal data; the parser skips fields not listed here.</summary>
internal sealed record WireGuestSession
{
    public string? Id { get; init; }

    public string? LocationId { get; init; }

    public string? LocationName { get; init; }

    public string? GuestDeviceDescription { get; init; }

    public string? LoginTypeName { get; init; }

    public string? ServiceProfileName { get; init; }

    public string? TotalDuration { get; init; }

    public string? DownloadedData { get; init; }

    public string? UploadedData { get; init; }

    public string? ConnectionStatus { get; init; }

    public double? ConnectionStatusValue { get; init; }

    public string? StartTime { get; init; }

    public string? EndTime { get; init; }
}

/// <summary>The personal data of a guest session; only read where the host opted in, and masked at once.</summary>
internal sealed record WireGuestDetails
{
    public string? GuestId { get; init; }

    public string? GuestDeviceMac { get; init; }

    public string? GuestDeviceIp { get; init; }

    public string? AccessCode { get; init; }
}

/// <summary>The JSON of a duration. The address is matched with those of the request and dropped.</summary>
internal sealed record WireGuestDuration
{
    public string? IpAddress { get; init; }

    public double? Duration { get; init; }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    MaxDepth = 32,
    AllowDuplicateProperties = false,
    Converters = [typeof(LenientTextConverter), typeof(LenientNumberConverter)])]
[JsonSerializable(typeof(WireGuestSession))]
[JsonSerializable(typeof(WireGuestDetails))]
[JsonSerializable(typeof(WireGuestDuration))]
internal sealed partial class GuestWireContext : JsonSerializerContext;
