using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace SessionsWidgets;

/// <summary>Names an answer outside the process: a hash, so that neither business nor key can be read from it.</summary>
internal static class CacheName
{
    /// <summary>SHA-256 over the fields, each with its length before it, so that no two lists of fields are the same bytes.</summary>
    public static string Of(params ReadOnlySpan<string?> fields)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> length = stackalloc byte[sizeof(int)];
        foreach (var field in fields)
        {
            var bytes = field is null ? [] : Encoding.Unicode.GetBytes(field);
            BinaryPrimitives.WriteInt32LittleEndian(length, field is null ? -1 : bytes.Length);
            hash.AppendData(length);
            hash.AppendData(bytes);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
