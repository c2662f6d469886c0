using System.Buffers.Text;
using System.Security.Cryptography;

namespace SessionsWidgets;

/// <summary>Entity tags of responses.</summary>
internal static class EntityTag
{
    /// <summary>A weak tag, because compression changes the bytes of a response with it: 128 bits of the SHA-256 of the bytes.</summary>
    public static string Of(ReadOnlySpan<byte> bytes) => $"W/\"{Base64Url.EncodeToString(SHA256.HashData(bytes).AsSpan(0, 16))}\"";
}
