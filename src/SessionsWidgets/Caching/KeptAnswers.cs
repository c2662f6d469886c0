using System.Buffers.Binary;
using System.Security.Cryptography;

namespace SessionsWidgets;

/// <summary>Answers from upstream as they came, and when, in the form in which they outlive the process. Immutable.</summary>
/// <remarks>
/// A version byte; SHA-256 of the rest; the time in Unix milliseconds; then each answer with its length before it. Numbers are
/// little endian. Nothing of the request is in it, and so no key.
/// </remarks>
internal sealed record KeptAnswers(DateTimeOffset FetchedAt, IReadOnlyList<byte[]> Answers)
{
    private const byte Version = 1;
    private const int HeaderLength = 1 + SHA256.HashSizeInBytes;

    public byte[] Write()
    {
        var bytes = new byte[HeaderLength + sizeof(long) + Answers.Sum(a => sizeof(int) + a.Length)];
        bytes[0] = Version;
        var rest = bytes.AsSpan(HeaderLength);
        BinaryPrimitives.WriteInt64LittleEndian(rest, FetchedAt.ToUnixTimeMilliseconds());
        rest = rest[sizeof(long)..];
        foreach (var answer in Answers)
        {
            BinaryPrimitives.WriteInt32LittleEndian(rest, answer.Length);
            answer.CopyTo(rest[sizeof(int)..]);
            rest = rest[(sizeof(int) + answer.Length)..];
        }

        SHA256.HashData(bytes.AsSpan(HeaderLength), bytes.AsSpan(1, SHA256.HashSizeInBytes));
        return bytes;
    }

    /// <summary>What was written; null when it is damaged, or of another version of this program.</summary>
    public static KeptAnswers? Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < HeaderLength + sizeof(long) || bytes[0] != Version) return null;
        var rest = bytes[HeaderLength..];
        if (!SHA256.HashData(rest).AsSpan().SequenceEqual(bytes[1..HeaderLength])) return null;
        var time = BinaryPrimitives.ReadInt64LittleEndian(rest);
        rest = rest[sizeof(long)..];
        var answers = new List<byte[]>();
        while (rest.Length > 0)
        {
            if (rest.Length < sizeof(int)) return null;
            var length = BinaryPrimitives.ReadInt32LittleEndian(rest);
            rest = rest[sizeof(int)..];
            if (length < 0 || length > rest.Length) return null;
            answers.Add(rest[..length].ToArray());
            rest = rest[length..];
        }

        return new KeptAnswers(DateTimeOffset.FromUnixTimeMilliseconds(time), answers);
    }
}
