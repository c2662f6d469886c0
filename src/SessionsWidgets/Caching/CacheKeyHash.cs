using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace SessionsWidgets;

/// <summary>Names an answer outside the process: a hash, so that neither business nor key can be read from it.</summary>
internal static class CacheKeyHash
{
    /// <summary>SHA-256 over the fields, each with its length before it, so that no two lists of fields are the same bytes.</summary>
    public static string Of(params ReadOnlySpan<string?> fields)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> length = stackalloc byte[sizeof(int)];
        foreach (var field in fields)
        {
            // The characters as they are: an encoding would make one of several that are no text.
            var bytes = MemoryMarshal.AsBytes(field.AsSpan());
            BinaryPrimitives.WriteInt32LittleEndian(length, field is null ? -1 : bytes.Length);
            hash.AppendData(length);
            hash.AppendData(bytes);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
