using System.Buffers.Binary;

namespace SessionsWidgets.Pictures;

/// <summary>What of a JPEG tells how much memory and time it takes, whatever its size in bytes.</summary>
/// <param name="Count">The passes over the picture that hold its pixels.</param>
/// <param name="IsSequential">Whether a pass holds all of a pixel.</param>
internal readonly record struct JpegScans(int Count, bool IsSequential)
{
    /// <summary>Ten are usual. A file can hold thousands, and each goes over all pixels, even if it says nothing of them.</summary>
    public const int Max = 32;

    private const int MarkerLength = 2;
    private const int LengthLength = 2;

    /// <summary>Whether the file has so few passes that decoding takes a bounded time.</summary>
    public bool IsDecodable => Count <= Max;

    /// <summary>Whether the decoder keeps no more than some rows of the full size.</summary>
    public bool IsStreamed => IsSequential && Count == 1;

    /// <summary>Counts the passes; null for what is no JPEG.</summary>
    public static JpegScans? Read(ReadOnlySpan<byte> file)
    {
        if (file is not [0xFF, 0xD8, 0xFF, ..]) return null;
        var (count, isSequential) = (0, true);
        var rest = file[MarkerLength..];
        while (NextMarker(ref rest) is { } marker)
        {
            if (marker == 0xD9) break;
            if (marker is 0x01 or (>= 0xD0 and <= 0xD8)) continue;
            if (marker == 0xDA) count++;
            else if (marker is 0xC2 or 0xC6 or 0xCA or 0xCE) isSequential = false;
            // What is cut off is left to the decoder.
            if (rest.Length < LengthLength) break;
            rest = rest[Math.Min(rest.Length, BinaryPrimitives.ReadUInt16BigEndian(rest))..];
        }

        return new JpegScans(count, isSequential);
    }

    /// <summary>Moves behind the next marker, past pixels and whatever is between segments.</summary>
    private static byte? NextMarker(ref ReadOnlySpan<byte> rest)
    {
        while (rest.IndexOf((byte)0xFF) is var index && index >= 0 && index + 1 < rest.Length)
        {
            var marker = rest[index + 1];
            // In pixels, 0 stands behind a byte that is no marker; any number of fill bytes stand before one.
            rest = rest[(index + (marker == 0xFF ? 1 : MarkerLength))..];
            if (marker is not (0x00 or 0xFF)) return marker;
        }

        return null;
    }
}
