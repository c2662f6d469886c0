using System.Buffers.Binary;
using System.Security.Cryptography;

namespace SessionsWidgets;

/// <summary>Response bodies as upstream sent them, with their time and validators, as stored in the distributed cache. Immutable.</summary>
/// <remarks>
/// Format: a version byte; SHA-256 of the rest; FetchedAt and ValidUntil in Unix milliseconds, 0 for null; the stamp; ETag,
/// Last-Modified and each body, prefixed with their lengths. Numbers are little-endian. Holds nothing of the request, and so no key.
/// </remarks>
internal sealed record PersistedResponse(DateTimeOffset FetchedAt, IReadOnlyList<byte[]> Bodies, CacheValidators? Validators = null)
{
    private const byte Version = 3;
    private const int HeaderLength = 1 + SHA256.HashSizeInBytes;
    private const int FactsLength = (2 * sizeof(long)) + InvalidationStamp.Length;

    private static readonly long Latest = DateTimeOffset.MaxValue.ToUnixTimeMilliseconds();

    /// <inheritdoc cref="FetchResult{T}.ValidUntil"/>
    public DateTimeOffset? ValidUntil { get; init; }

    public InvalidationStamp Stamp { get; init; }

    public byte[] Write()
    {
        IReadOnlyList<byte[]> parts = [Bytes(Validators?.ETag), Bytes(Validators?.LastModified), .. Bodies];
        var bytes = new byte[HeaderLength + FactsLength + parts.Sum(a => sizeof(int) + a.Length)];
        bytes[0] = Version;
        var rest = bytes.AsSpan(HeaderLength);
        BinaryPrimitives.WriteInt64LittleEndian(rest, FetchedAt.ToUnixTimeMilliseconds());
        BinaryPrimitives.WriteInt64LittleEndian(rest[sizeof(long)..], ValidUntil?.ToUnixTimeMilliseconds() ?? 0);
        Stamp.Write(rest[(2 * sizeof(long))..]);
        rest = rest[FactsLength..];
        foreach (var part in parts)
        {
            BinaryPrimitives.WriteInt32LittleEndian(rest, part.Length);
            part.CopyTo(rest[sizeof(int)..]);
            rest = rest[(sizeof(int) + part.Length)..];
        }

        SHA256.HashData(bytes.AsSpan(HeaderLength), bytes.AsSpan(1, SHA256.HashSizeInBytes));
        return bytes;
    }

    /// <summary>The deserialized response; null if it is damaged or of another version.</summary>
    public static PersistedResponse? Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < HeaderLength + FactsLength || bytes[0] != Version) return null;
        var rest = bytes[HeaderLength..];
        if (!SHA256.HashData(rest).AsSpan().SequenceEqual(bytes[1..HeaderLength])) return null;
        var (time, until) = (BinaryPrimitives.ReadInt64LittleEndian(rest), BinaryPrimitives.ReadInt64LittleEndian(rest[sizeof(long)..]));
        if (time < 0 || time > Latest || until < 0 || until > Latest) return null;
        var stamp = InvalidationStamp.Read(rest[(2 * sizeof(long))..]);
        if (ReadParts(rest[FactsLength..]) is not { Count: >= 2 } parts) return null;
        return new PersistedResponse(
            DateTimeOffset.FromUnixTimeMilliseconds(time), parts[2..], CacheValidators.Of(Text(parts[0]), Text(parts[1])))
        {
            ValidUntil = until == 0 ? null : DateTimeOffset.FromUnixTimeMilliseconds(until),
            Stamp = stamp,
        };
    }

    private static List<byte[]>? ReadParts(ReadOnlySpan<byte> rest)
    {
        var parts = new List<byte[]>();
        while (rest.Length > 0)
        {
            if (rest.Length < sizeof(int)) return null;
            var length = BinaryPrimitives.ReadInt32LittleEndian(rest);
            rest = rest[sizeof(int)..];
            if (length < 0 || length > rest.Length) return null;
            parts.Add(rest[..length].ToArray());
            rest = rest[length..];
        }

        return parts;
    }

    private static byte[] Bytes(string? text) => Encoding.UTF8.GetBytes(text ?? "");

    private static string? Text(byte[] bytes) => bytes.Length == 0 ? null : Encoding.UTF8.GetString(bytes);
}
