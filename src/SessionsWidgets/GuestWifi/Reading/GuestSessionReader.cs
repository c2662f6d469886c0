using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Json;

namespace SessionsWidgets;

/// <summary>Reads a page of guest sessions. Personal data is dropped here, unless the mask reveals it.</summary>
internal static class GuestSessionReader
{
    private static readonly string[] IdentityFields = ["start_time", "guest_device_mac", "guest_device_ip", "guest_id", "location_id"];

    /// <exception cref="PayloadException">The response is not JSON, has no list of data, or is mostly invalid.</exception>
    public static ReadPage Read(ReadOnlyMemory<byte> json, GuestMask mask, string? contentType = null) =>
        PayloadJson.Read(json, contentType, root => ReadPageOf(root, mask));

    private static ReadPage ReadPageOf(JsonElement root, GuestMask mask)
    {
        var envelope = PayloadJson.Envelope(root);
        var items = PayloadJson.Data(envelope);
        var sessions = PayloadJson.Items(items, item => ReadItem(item, mask));
        if (items.Length == 0 && StatesItems(envelope.GetValueOrDefault("meta")))
            throw new PayloadException(ApiFault.CountMismatch, "the response has no items, but states that it has");
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
        var (startedOnDay, endedOnDay) = (WireDate.IsDay(wire.StartTime), WireDate.IsDay(wire.EndTime));
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
            StartedOnDay = startedOnDay,
            EndedOnDay = endedOnDay,
            IsOnline = ended is null && IsOnline(wire),
            Duration = WireDuration.Read(wire.TotalDuration) ?? (ended >= started && !startedOnDay && !endedOnDay ? ended - started : null),
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

    /// <summary>The key for deduplication: the id, else a hash of the raw bytes, which is dropped after the fetch.</summary>
    private static string IdentityOf(JsonElement item, GuestSession session)
    {
        if (session.Id is { } id) return id;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var name in IdentityFields)
        {
            var value = PayloadJson.Member(item, name);
            if (value.ValueKind != JsonValueKind.Undefined) hash.AppendData(JsonMarshal.GetRawUtf8Value(value));
            hash.AppendData("\n"u8);
        }

        return Convert.ToHexString(hash.GetHashAndReset());
    }

    private static bool StatesItems(JsonElement meta) =>
        PayloadJson.Number(PayloadJson.Member(meta, "to")) > 0 && PayloadJson.Member(meta, "from").ValueKind == JsonValueKind.Number;

    private static string? NextOf(JsonElement links) =>
        PayloadJson.Member(links, "next") is { ValueKind: JsonValueKind.String } next ? UntrustedText.Clean(next.GetString(), 2048) : null;

    private static string? Name(string? text) => UntrustedText.Clean(text, UntrustedText.MaxNameLength);

    /// <summary>A session and its key for deduplication.</summary>
    internal sealed record ParsedSession(string Identity, GuestSession Session);

    internal sealed record ReadPage(List<ParsedSession> Sessions, int Received, int Dropped, string? Next);
}
