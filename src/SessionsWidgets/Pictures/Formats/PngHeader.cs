using System.Buffers.Binary;

namespace SessionsWidgets;

/// <summary>Reads the size of a PNG: its first chunk has it.</summary>
internal static class PngHeader
{
    private const int Length = 24;

    private static readonly byte[] Start = [0x89, .. "PNG\r\n"u8, 0x1A, (byte)'\n', 0, 0, 0, 13, .. "IHDR"u8];

    public static PictureHeader? Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < Length || !bytes.StartsWith(Start)) return null;
        var (width, height) = (BinaryPrimitives.ReadUInt32BigEndian(bytes[16..]), BinaryPrimitives.ReadUInt32BigEndian(bytes[20..]));
        return new PictureHeader(PictureFormat.Png, (int)Math.Min(width, int.MaxValue), (int)Math.Min(height, int.MaxValue));
    }
}
