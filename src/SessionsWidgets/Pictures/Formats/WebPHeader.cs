using System.Buffers.Binary;

namespace SessionsWidgets;

/// <summary>Reads the size of a WebP: its first chunk has it, in one of three forms.</summary>
internal static class WebPHeader
{
    private const int Length = 30;
    private const int Bits14 = 0x3FFF;

    public static PictureHeader? Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < Length || !bytes.StartsWith("RIFF"u8) || !bytes[8..].StartsWith("WEBP"u8)) return null;
        var chunk = bytes[20..];
        return bytes[12..16] switch
        {
            [(byte)'V', (byte)'P', (byte)'8', (byte)'X'] => Size(Int24(chunk[4..]) + 1, Int24(chunk[7..]) + 1),
            [(byte)'V', (byte)'P', (byte)'8', (byte)' '] when chunk[3..] is [0x9D, 0x01, 0x2A, ..] => Size(
                BinaryPrimitives.ReadUInt16LittleEndian(chunk[6..]) & Bits14, BinaryPrimitives.ReadUInt16LittleEndian(chunk[8..]) & Bits14),
            [(byte)'V', (byte)'P', (byte)'8', (byte)'L'] when chunk[0] == 0x2F =>
                OfLossless(BinaryPrimitives.ReadUInt32LittleEndian(chunk[1..])),
            _ => null,
        };
    }

    private static PictureHeader OfLossless(uint bits) => Size((int)(bits & Bits14) + 1, (int)((bits >> 14) & Bits14) + 1);

    private static PictureHeader Size(int width, int height) => new(PictureFormat.WebP, width, height);

    private static int Int24(ReadOnlySpan<byte> bytes) => bytes[0] | (bytes[1] << 8) | (bytes[2] << 16);
}
