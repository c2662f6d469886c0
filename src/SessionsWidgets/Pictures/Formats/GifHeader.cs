using System.Buffers.Binary;

namespace SessionsWidgets;

/// <summary>Reads the size of a GIF: that of its screen, or of a frame beyond it, for which some browsers enlarge the screen.</summary>
internal static class GifHeader
{
    private const int ScreenLength = 13;
    private const int FrameLength = 10;

    public static PictureHeader? Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < ScreenLength || (!bytes.StartsWith("GIF87a"u8) && !bytes.StartsWith("GIF89a"u8))) return null;
        int width = BinaryPrimitives.ReadUInt16LittleEndian(bytes[6..]), height = BinaryPrimitives.ReadUInt16LittleEndian(bytes[8..]);
        var rest = After(bytes, ScreenLength + ColorsLength(bytes[10]));
        while (rest.Length > 1)
        {
            if (rest[0] == 0x21)
            {
                rest = AfterBlocks(After(rest, 2));
            }
            else if (rest[0] == 0x2C && rest.Length >= FrameLength)
            {
                width = Math.Max(width, Sum(rest[1..], rest[5..]));
                height = Math.Max(height, Sum(rest[3..], rest[7..]));
                rest = AfterBlocks(After(rest, FrameLength + ColorsLength(rest[9]) + 1));
            }
            else
            {
                break;
            }
        }

        return new PictureHeader(PictureFormat.Gif, width, height);
    }

    private static int Sum(ReadOnlySpan<byte> offset, ReadOnlySpan<byte> length) =>
        BinaryPrimitives.ReadUInt16LittleEndian(offset) + BinaryPrimitives.ReadUInt16LittleEndian(length);

    private static int ColorsLength(byte flags) => (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);

    private static ReadOnlySpan<byte> After(ReadOnlySpan<byte> bytes, int length) => length >= bytes.Length ? [] : bytes[length..];

    private static ReadOnlySpan<byte> AfterBlocks(ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length > 0 && bytes[0] != 0) bytes = After(bytes, bytes[0] + 1);
        return After(bytes, 1);
    }
}
