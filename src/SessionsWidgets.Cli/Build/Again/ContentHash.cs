using System.Buffers.Binary;
using System.Security.Cryptography;

namespace SessionsWidgets.Cli.Build.Again;

/// <summary>The SHA-256 of a content.</summary>
internal readonly record struct ContentHash(UInt128 First, UInt128 Second)
{
    public const int Length = 32;

    private const int BlockSize = 64 * 1024;

    public static ContentHash Of(ReadOnlySpan<byte> content)
    {
        Span<byte> hash = stackalloc byte[Length];
        SHA256.HashData(content, hash);
        return Read(hash);
    }

    /// <summary>Ends a hash that is made piece by piece.</summary>
    public static ContentHash Of(IncrementalHash hash)
    {
        Span<byte> bytes = stackalloc byte[Length];
        hash.GetHashAndReset(bytes);
        return Read(bytes);
    }

    /// <summary>Reads a file.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file cannot be read.</exception>
    public static ContentHash OfFile(string path)
    {
        using var file = File.OpenHandle(path);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var block = new byte[(int)Math.Clamp(RandomAccess.GetLength(file), 1, BlockSize)];
        for (var position = 0L; RandomAccess.Read(file, block, position) is var read and > 0; position += read)
            hash.AppendData(block, 0, read);
        return Of(hash);
    }

    public static ContentHash Read(ReadOnlySpan<byte> bytes) =>
        new(BinaryPrimitives.ReadUInt128BigEndian(bytes), BinaryPrimitives.ReadUInt128BigEndian(bytes[16..]));

    public void Write(Span<byte> bytes)
    {
        BinaryPrimitives.WriteUInt128BigEndian(bytes, First);
        BinaryPrimitives.WriteUInt128BigEndian(bytes[16..], Second);
    }
}
