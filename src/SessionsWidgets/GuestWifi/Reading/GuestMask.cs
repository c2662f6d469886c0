using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace SessionsWidgets;

/// <summary>The guest fields that may be read, and their masks. Immutable and thread-safe, compared by value.</summary>
internal sealed record GuestMask(GuestFields Fields, Secret? Key)
{
    /// <summary>Without a configured key, pseudonyms last as long as the process.</summary>
    private static readonly byte[] ProcessKey = RandomNumberGenerator.GetBytes(32);

    public static GuestMask Opaque { get; } = new(GuestFields.None, null);

    public bool Reveals(GuestFields field) => (Fields & field) != GuestFields.None;

    /// <summary>The first and last parts of a hardware address; null if invalid.</summary>
    public static string? Mac(string? text) =>
        text is not null
            && PhysicalAddress.TryParse(text.Replace(':', '-').ToUpperInvariant(), out var mac)
            && mac.GetAddressBytes() is [var first, var second, _, _, _, var last]
            ? $"{first:x2}:{second:x2}:••:••:••:{last:x2}"
            : null;

    /// <summary>The first half of an IPv4 address or quarter of an IPv6 address; null if invalid.</summary>
    public static string? Ip(string? text)
    {
        if (!IPAddress.TryParse(text, out var address)) return null;
        var bytes = address.GetAddressBytes();
        return address.AddressFamily == AddressFamily.InterNetwork
            ? $"{bytes[0]}.{bytes[1]}.•••.•••"
            : $"{bytes[0]:x2}{bytes[1]:x2}:{bytes[2]:x2}{bytes[3]:x2}:••••";
    }

    /// <summary>The last two characters of a code with more than four; null if there is none.</summary>
    public static string? Code(string? text) =>
        UntrustedText.Clean(text, UntrustedText.MaxNameLength) is { } code ? $"••••{(code.Length > 4 ? code[^2..] : "")}" : null;

    /// <summary>A keyed hash of a guest id.</summary>
    public string? Pseudonym(string? id)
    {
        if (string.IsNullOrEmpty(id)) return null;
        var key = Key is null ? ProcessKey : Encoding.UTF8.GetBytes(Key.Reveal());
        return Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(id)).AsSpan(0, 4));
    }
}
