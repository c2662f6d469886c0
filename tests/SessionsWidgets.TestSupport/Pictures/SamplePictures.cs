using System.Buffers.Binary;
using System.Text;

namespace SessionsWidgets.TestSupport.Pictures;

/// <summary>The first bytes of pictures in every format, of any size, as their files begin.</summary>
public static class SamplePictures
{
    /// <summary>Each format with its media type.</summary>
    public static IReadOnlyList<(string ContentType, Func<int, int, byte[]> Create)> Formats { get; } =
    [
        ("image/png", (width, height) => Png(width, height)),
        ("image/jpeg", Jpeg),
        ("image/gif", Gif),
        ("image/webp", WebPLossy),
        ("image/webp", WebPLossless),
        ("image/webp", WebPExtended),
        ("image/avif", Avif),
    ];

    public static byte[] Svg { get; } = Encoding.UTF8.GetBytes(
        "<?xml version=\"1.0\"?>\n<!-- one -->\n<!DOCTYPE svg>\n<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"8\" height=\"8\"/>");

    /// <summary>A PNG of a length, told from others by what is in it; browsers are not asked to decode it.</summary>
    public static byte[] Png(int width, int height, int length = 64, int content = 0)
    {
        var bytes = new byte[length];
        new byte[] { 0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10, 0, 0, 0, 13 }.CopyTo(bytes, 0);
        "IHDR"u8.CopyTo(bytes.AsSpan(12));
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(16), width);
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(20), height);
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(40), content);
        return bytes;
    }

    /// <summary>Tables, an application segment with a small preview, and a frame.</summary>
    public static byte[] Jpeg(int width, int height) =>
    [
        0xFF, 0xD8, 0xFF, 0xE1, 0, 20, .. "Exif\0\0"u8, 0xFF, 0xC0, 0, 17, 8, 0, 9, 0, 9, 1, 1, 1,
        0xFF, 0xDB, 0, 4, 1, 1, 0xFF, 0xFF, 0xC4, 0, 3, 1,
        0xFF, 0xC2, 0, 11, 8, (byte)(height >> 8), (byte)height, (byte)(width >> 8), (byte)width, 1, 1, 0x11, 0,
        0xFF, 0xDA, 0, 2, 1, 2, 3,
    ];

    /// <summary>A comment, then a frame as large as the screen.</summary>
    public static byte[] Gif(int width, int height) =>
    [
        .. "GIF89a"u8, .. Short(width), .. Short(height), 0x80, 0, 0, 1, 2, 3, 4, 5, 6,
        0x21, 0xFE, 2, 7, 7, 0,
        .. GifFrame(0, 0, width, height), 0x3B,
    ];

    /// <summary>A screen of one pixel and a frame far beyond it.</summary>
    public static byte[] GifWithLargeFrame(int width, int height) =>
        [.. "GIF87a"u8, 1, 0, 1, 0, 0, 0, 0, .. GifFrame(0, 0, 1, 1), .. GifFrame(1, 1, width - 1, height - 1), 0x3B];

    public static byte[] WebPLossy(int width, int height) =>
        Riff("VP8 "u8, [0x10, 0, 0, 0x9D, 0x01, 0x2A, .. Short(width), .. Short(height), 0, 0, 0, 0]);

    public static byte[] WebPLossless(int width, int height)
    {
        var bits = new byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(bits, (uint)(width - 1) | ((uint)(height - 1) << 14));
        return Riff("VP8L"u8, [0x2F, .. bits, 0, 0, 0, 0, 0, 0, 0]);
    }

    public static byte[] WebPExtended(int width, int height) => Riff(
        "VP8X"u8,
        [
            0x10, 0, 0, 0, (byte)(width - 1), (byte)((width - 1) >> 8), (byte)((width - 1) >> 16), (byte)(height - 1),
            (byte)((height - 1) >> 8), (byte)((height - 1) >> 16), 0, 0,
        ]);

    /// <summary>A picture and the smaller one of its transparency.</summary>
    public static byte[] Avif(int width, int height) =>
    [
        .. Box("ftyp"u8, [.. "mif1"u8, 0, 0, 0, 0, .. "avif"u8]),
        .. Box("free"u8, [1, 2, 3]),
        .. Box(
            "meta"u8,
            [
                0, 0, 0, 0, .. Box("hdlr"u8, new byte[8]),
                .. Box("iprp"u8, Box("ipco"u8, [.. Extent(width, height), .. Box("pixi"u8, [0, 0, 0, 0]), .. Extent(1, 1)])),
            ]),
        .. Box("mdat"u8, [9, 9]),
    ];

    private static byte[] GifFrame(int left, int top, int width, int height) =>
        [0x2C, .. Short(left), .. Short(top), .. Short(width), .. Short(height), 0, 2, 1, 0, 0];

    private static byte[] Short(int value) => [(byte)value, (byte)(value >> 8)];

    private static byte[] Riff(ReadOnlySpan<byte> type, byte[] content)
    {
        byte[] chunk = [.. type, (byte)content.Length, 0, 0, 0, .. content];
        return [.. "RIFF"u8, (byte)(chunk.Length + 4), 0, 0, 0, .. "WEBP"u8, .. chunk];
    }

    private static byte[] Extent(int width, int height)
    {
        var size = new byte[12];
        BinaryPrimitives.WriteInt32BigEndian(size.AsSpan(4), width);
        BinaryPrimitives.WriteInt32BigEndian(size.AsSpan(8), height);
        return Box("ispe"u8, size);
    }

    private static byte[] Box(ReadOnlySpan<byte> type, byte[] content)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, content.Length + 8);
        return [.. length, .. type, .. content];
    }
}
