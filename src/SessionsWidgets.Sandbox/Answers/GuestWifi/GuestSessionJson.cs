using System.Text.Json.Serialization;

namespace SessionsWidgets.Sandbox.Answers.GuestWifi;

/// <summary>A guest session as it is answered. Null ids are those that older answers lack: they are left out.</summary>
internal sealed record GuestSessionJson
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public required string? Id { get; init; }

    public required string LocationId { get; init; }

    public required string LocationName { get; init; }

    public required string GuestDeviceDescription { get; init; }

    public required string GuestDeviceMac { get; init; }

    public required string GuestDeviceIp { get; init; }

    public required string AccessCode { get; init; }

    public required string LoginTypeName { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public required string? ServiceProfileName { get; init; }

    public required string TotalDuration { get; init; }

    public required string DownloadedData { get; init; }

    public required string UploadedData { get; init; }

    public required string ConnectionStatus { get; init; }

    public required int ConnectionStatusValue { get; init; }

    public required string StartTime { get; init; }

    public required string StartTimeFormatted { get; init; }

    public required string? EndTime { get; init; }

    public required string? EndTimeFormatted { get; init; }

    public required string GuestId { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public required string? YasId { get; init; }
}

internal sealed record GuestPage(IReadOnlyList<GuestSessionJson> Data, GuestPageLinks Links, GuestPageMeta Meta);

internal sealed record GuestPageLinks(string First, string? Last, string? Prev, string? Next);

internal sealed record GuestPageMeta(int CurrentPage, int? From, string Path, int PerPage, int? To);

internal sealed record GuestSessionCount(long Count);

internal sealed record AddressDuration(string IpAddress, string Username, string Name, string Email, long Duration);

/// <summary>Its text is escaped as the writer says.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(GuestPage))]
[JsonSerializable(typeof(GuestSessionCount))]
[JsonSerializable(typeof(AddressDuration))]
[JsonSerializable(typeof(AddressDuration[]))]
internal sealed partial class GuestWifiJson : JsonSerializerContext;
