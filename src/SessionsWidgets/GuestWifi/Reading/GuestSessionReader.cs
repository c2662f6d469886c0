using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Json;

namespace SessionsWidgets;

/// <summary>Turns a page of the guest Wi-Fi API into sessions. What tells who a guest is goes no further than this, unless the mask lets it.</summary>
internal static class GuestSessionReader
{
    private static readonly string[] Telling = ["start_time", "guest_device_mac", "guest_device_ip", "guest_id", "location_id"];

    /// <exception cref="PayloadException">The answer is not JSON, has no list of data, or more than half of its items are broken.</exception>
    public static ReadPage Read(ReadOnlyMemory<byte> json, GuestMask mask) => GuestJson.Read(json, envelope =>
    {
        if (GuestJson.Member(envelope, "data") is not { ValueKind: JsonValueKind.Array } items) throw new PayloadException("the answer has no list 'data'");
        var received = items.GetArrayLength();
        var sessions = new List<(string Identity, GuestSession Session)>(received);
        foreach (var item in items.EnumerateArray())
        {
            if (ReadSession(item, mask) is { } session) sessions.Add((IdentityOf(item, session), session));
        }

        var dropped = received - sessions.Count;
        if (dropped * 2 > received) throw new PayloadException($"{dropped} of {received} items of the answer are broken");
        if (received == 0 && SaysItHasItems(envelope)) throw new PayloadException("the answer has no items, but says that it has");
        return new ReadPage(sessions, received, dropped, NextOf(envelope));
    });

    private static GuestSession? ReadSession(JsonElement item, GuestMask mask)
    {
        if (GuestJson.Item(item, GuestWireContext.Default.WireGuestSession) is not { } wire || (wire.Id is null && wire.StartTime is null)) return null;
        var started = WireDate.Read(wire.StartTime);
        var ended = WireDate.Read(wire.EndTime);
        return new GuestSession
        {
            Id = Name(wire.Id),
            LocationId = Name(wire.LocationId),
            LocationName = Name(wire.LocationName),
            Device = DeviceKinds.Of(wire.GuestDeviceDescription),
            LoginType = Name(wire.LoginTypeName),
            ServiceProfile = Name(wire.ServiceProfileName),
            StartedAt = started,
            EndedAt = ended,
            IsOnline = ended is null && IsOnline(wire),
            Duration = WireDuration.Read(wire.TotalDuration) ?? (ended >= started ? ended - started : null),
            DownloadedBytes = WireSize.Read(wire.DownloadedData),
            UploadedBytes = WireSize.Read(wire.UploadedData),
            Details = mask.Fields == GuestFields.None ? null : ReadDetails(item, mask),
        };
    }

    private static GuestDetails? ReadDetails(JsonElement item, GuestMask mask)
    {
        if (GuestJson.Item(item, GuestWireContext.Default.WireGuestDetails) is not { } wire) return null;
        return new GuestDetails
        {
            Guest = mask.Reveals(GuestFields.Guest) ? mask.Pseudonym(wire.GuestId) : null,
            DeviceMac = mask.Reveals(GuestFields.Mac) ? GuestMask.Mac(wire.GuestDeviceMac) : null,
            DeviceIp = mask.Reveals(GuestFields.Ip) ? GuestMask.Ip(wire.GuestDeviceIp) : null,
            AccessCode = mask.Reveals(GuestFields.AccessCode) ? GuestMask.Code(wire.AccessCode) : null,
        };
    }

    private static bool IsOnline(WireGuestSession wire) => (wire.ConnectionStatusValue, wire.ConnectionStatus) switch
    {
        ({ } value, _) => value > 0,
        (null, { } status) => status.Equals("Online", StringComparison.OrdinalIgnoreCase),
        _ => false,
    };

    /// <summary>What tells doubles: the id, else a hash that lives as long as the fetch, taken of the raw bytes so that no text of them arises.</summary>
    private static string IdentityOf(JsonElement item, GuestSession session)
    {
        if (session.Id is { } id) return id;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var name in Telling)
        {
            if (item.TryGetProperty(name, out var value)) hash.AppendData(JsonMarshal.GetRawUtf8Value(value));
            hash.AppendData("\n"u8);
        }

        return Convert.ToHexString(hash.GetHashAndReset());
    }

    private static bool SaysItHasItems(JsonElement envelope) =>
        envelope.TryGetProperty("meta", out var meta) && meta.ValueKind == JsonValueKind.Object
        && meta.TryGetProperty("to", out var to) && to.ValueKind == JsonValueKind.Number && to.TryGetInt64(out var last) && last > 0
        && meta.TryGetProperty("from", out var from) && from.ValueKind == JsonValueKind.Number;

    private static string? NextOf(JsonElement envelope) =>
        envelope.TryGetProperty("links", out var links) && links.ValueKind == JsonValueKind.Object
        && links.TryGetProperty("next", out var next) && next.ValueKind == JsonValueKind.String
            ? UntrustedText.Clean(next.Deserialize(GuestWireContext.Default.String), 2048)
            : null;

    private static string? Name(string? text) => UntrustedText.Clean(text, UntrustedText.LongestName);

    internal sealed record ReadPage(List<(string Identity, GuestSession Session)> Sessions, int Received, int Dropped, string? Next);
}
