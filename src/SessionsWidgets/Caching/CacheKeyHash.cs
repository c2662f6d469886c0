using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace SessionsWidgets;

/// <summary>Hashes cache keys, so that neither the business nor its API key can be read from them.</summary>
internal static class CacheKeyHash
{
    /// <summary>SHA-256 over the fields, each prefixed with its length, so that different lists never hash the same bytes.</summary>
    public static string Of(params ReadOnlySpan<string?> fields)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> length = stackalloc byte[sizeof(int)];
        foreach (var field in fields)
        {
            // UTF-16 code units as they are: an encoder would map different invalid texts to the same bytes.
            var bytes = MemoryMarshal.AsBytes(field.AsSpan());
            BinaryPrimitives.WriteInt32LittleEndian(length, field is null ? -1 : bytes.Length);
            hash.AppendData(length);
            hash.AppendData(bytes);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
