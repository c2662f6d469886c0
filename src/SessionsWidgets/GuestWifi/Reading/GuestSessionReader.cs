using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Json;

namespace SessionsWidgets;

/// <summary>Turns a page of the guest Wi-Fi API into sessions. What tells who a guest is goes no further than this, unless the mask lets
/// it.</summary>
internal static class GuestSessionReader
{
    private static readonly string[] KnownNames = ["start_time", "guest_device_mac", "guest_device_ip", "guest_id", "location_id"];

    /// <exception cref="PayloadException">The answer is not JSON, has no list of data, or more than half of its items are
    /// broken.</exception>
    public static ReadPage Read(ReadOnlyMemory<byte> json, GuestMask mask, string? contentType = null) =>
        PayloadJson.Read(json, contentType, root => ReadPageOf(root, mask));

    private static ReadPage ReadPageOf(JsonElement root, GuestMask mask)
    {
        var envelope = PayloadJson.Envelope(root);
        var items = PayloadJson.Data(envelope);
        var sessions = PayloadJson.Items(items, item => ReadItem(item, mask));
        if (items.Length == 0 && SaysItHasItems(envelope.GetValueOrDefault("meta")))
            throw new PayloadException(ApiFault.CountMismatch, "the answer has no items, but says that it has");
        return new ReadPage(sessions, items.Length, items.Length - sessions.Count, NextOf(envelope.GetValueOrDefault("links")));
    }

    private static ParsedSession? ReadItem(JsonElement item, GuestMask mask) =>
        ReadSession(item, mask) is { } session ? new ParsedSession(IdentityOf(item, session), session) : null;

    private static GuestSession? ReadSession(JsonElement item, GuestMask mask)
    {
        var wire = PayloadJson.Item(item, GuestWireContext.Default.WireGuestSession);
        if (wire is null || (wire.Id is null && wire.StartTime is null)) return null;
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
        if (PayloadJson.Item(item, GuestWireContext.Default.WireGuestDetails) is not { } wire) return null;
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

    /// <summary>What tells doubles: the id, else a hash that lives as long as the fetch, taken of the raw bytes so that no text of them
    /// arises.</summary>
    private static string IdentityOf(JsonElement item, GuestSession session)
    {
        if (session.Id is { } id) return id;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var name in KnownNames)
        {
            var value = PayloadJson.Member(item, name);
            if (value.ValueKind != JsonValueKind.Undefined) hash.AppendData(JsonMarshal.GetRawUtf8Value(value));
            hash.AppendData("\n"u8);
        }

        return Convert.ToHexString(hash.GetHashAndReset());
    }

    private static bool SaysItHasItems(JsonElement meta) =>
        PayloadJson.Number(PayloadJson.Member(meta, "to")) > 0 && PayloadJson.Member(meta, "from").ValueKind == JsonValueKind.Number;

    private static string? NextOf(JsonElement links) =>
        PayloadJson.Member(links, "next") is { ValueKind: JsonValueKind.String } next ? UntrustedText.Clean(next.GetString(), 2048) : null;

    private static string? Name(string? text) => UntrustedText.Clean(text, UntrustedText.MaxNameLength);

    /// <summary>A session, and what tells it from others.</summary>
    internal sealed record ParsedSession(string Identity, GuestSession Session);

    internal sealed record ReadPage(List<ParsedSession> Sessions, int Received, int Dropped, string? Next);
}
