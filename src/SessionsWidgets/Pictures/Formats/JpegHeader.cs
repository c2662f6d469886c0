using System.Buffers.Binary;

namespace SessionsWidgets;

/// <summary>Reads the size of a JPEG: the start of its frame has it, after any number of other segments.</summary>
internal static class JpegHeader
{
    public static PictureHeader? Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes is not [0xFF, 0xD8, 0xFF, ..]) return null;
        var rest = bytes[2..];
        while (rest.Length >= 4 && rest[0] == 0xFF)
        {
            var marker = rest[1];
            if (marker == 0xFF)
            {
                // A fill byte.
                rest = rest[1..];
                continue;
            }

            if (marker is 0x01 or >= 0xD0 and <= 0xD7)
            {
                rest = rest[2..];
                continue;
            }

            // The pixels begin, or the file ends, without a size.
            if (marker is 0x00 or 0xD8 or 0xD9 or 0xDA) return null;
            var length = BinaryPrimitives.ReadUInt16BigEndian(rest[2..]);
            if (length < 2 || rest.Length < length + 2) return null;
            if (IsFrame(marker)) return length < 8 ? null : Size(rest[4..]);
            rest = rest[(length + 2)..];
        }

        return null;
    }

    private static PictureHeader Size(ReadOnlySpan<byte> frame) => new(
        PictureFormat.Jpeg, BinaryPrimitives.ReadUInt16BigEndian(frame[3..]), BinaryPrimitives.ReadUInt16BigEndian(frame[1..]));

    /// <summary>Whether a segment is the start of a frame; of the same numbers, three are tables.</summary>
    private static bool IsFrame(byte marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);
}
