using System.Buffers.Binary;
using System.IO.Hashing;
using SkiaSharp;

namespace SessionsWidgets.Pictures.Tests.Scaling;

/// <summary>Files of pictures, drawn and encoded as cameras and programs do.</summary>
internal static class Photo
{
    /// <summary>What a camera writes into a file, and nobody is to read in another.</summary>
    public const string Camera = "Jo Example's camera";

    public static readonly SKColor TopLeft = SKColors.Red;
    public static readonly SKColor TopRight = SKColors.Lime;
    public static readonly SKColor BottomLeft = SKColors.Blue;
    public static readonly SKColor BottomRight = SKColors.Yellow;

    /// <summary>A picture with a color in each quarter.</summary>
    public static byte[] Quarters(SKEncodedImageFormat format, int width, int height) =>
        Draw(format, width, height, canvas =>
        {
            using var paint = new SKPaint();
            foreach (var (color, x, y) in
                (ReadOnlySpan<(SKColor, int, int)>)[(TopLeft, 0, 0), (TopRight, 1, 0), (BottomLeft, 0, 1), (BottomRight, 1, 1)])
            {
                paint.Color = color;
                canvas.DrawRect(SKRect.Create(x * width / 2f, y * height / 2f, width / 2f, height / 2f), paint);
            }
        });

    /// <summary>A disc on nothing.</summary>
    public static byte[] Disc(SKEncodedImageFormat format, int width, int height) => Draw(format, width, height, canvas =>
    {
        canvas.Clear(SKColors.Transparent);
        using var paint = new SKPaint { Color = TopLeft, IsAntialias = true };
        canvas.DrawCircle(width / 2f, height / 2f, Math.Min(width, height) / 3f, paint);
    });

    /// <summary>A picture that no encoder makes small: dots, by a fixed sequence.</summary>
    public static byte[] Noise(SKEncodedImageFormat format, int width, int height, int quality)
    {
        using var bitmap = new SKBitmap(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Opaque));
        var state = 1u;
        var pixels = bitmap.GetPixelSpan();
        for (var i = 0; i < pixels.Length; i++)
        {
            state = (state * 1664525) + 1013904223;
            pixels[i] = i % 4 == 3 ? (byte)255 : (byte)(state >> 24);
        }

        using var data = bitmap.Encode(format, quality);
        return data.ToArray();
    }

    /// <summary>A GIF of two frames: red, then blue.</summary>
    public static byte[] TwoFrames() =>
    [
        .. "GIF89a"u8, 2, 0, 2, 0, 0x80, 0, 0, 255, 0, 0, 0, 0, 255,
        0x21, 0xFF, 11, .. "NETSCAPE2.0"u8, 3, 1, 0, 0, 0,
        0x21, 0xFE, (byte)Camera.Length, .. System.Text.Encoding.ASCII.GetBytes(Camera), 0,
        .. Frame(0), .. Frame(1), 0x3B,
    ];

    /// <summary>Puts what a camera tells into a JPEG: how it was held, what it is, where it was, and twice over.</summary>
    public static byte[] WithMetadata(byte[] jpeg, int orientation)
    {
        var camera = System.Text.Encoding.ASCII.GetBytes($"{Camera}\0");
        byte[] exif =
        [
            .. "Exif\0\0MM"u8, 0, 42, 0, 0, 0, 8,
            // How it was held, what it is, and where the place is.
            0, 3,
            0x01, 0x0F, 0, 2, 0, 0, 0, (byte)camera.Length, 0, 0, 0, 80,
            0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte)orientation, 0, 0,
            0x88, 0x25, 0, 4, 0, 0, 0, 1, 0, 0, 0, 50,
            0, 0, 0, 0,
            // The place: north or south, and the latitude.
            0, 2,
            0, 1, 0, 2, 0, 0, 0, 2, (byte)'N', 0, 0, 0,
            0, 2, 0, 5, 0, 0, 0, 3, 0, 0, 0, 100,
            0, 0, 0, 0,
            .. camera,
            // 34, 9 and 57 and some.
            0, 0, 0, 34, 0, 0, 0, 1, 0, 0, 0, 9, 0, 0, 0, 1, 0, 0, 22, 77, 0, 0, 0, 100,
        ];
        byte[] xmp = [.. "http://ns.adobe.com/xap/1.0/\0<x:xmpmeta><exif:GPSLatitude>34,9.95N</exif:GPSLatitude></x:xmpmeta>"u8];
        return [.. jpeg[..2], .. Segment(0xE1, exif), .. Segment(0xE1, xmp), .. Segment(0xFE, camera), .. jpeg[2..]];
    }

    /// <summary>A gray JPEG whose pixels come in passes: one of what each block is, then others that say nothing of all blocks, some
    /// twenty bytes each.</summary>
    public static byte[] InPasses(int width, int height, int count)
    {
        var blocks = (width + 7) / 8 * ((height + 7) / 8);
        // Codes of one bit: no difference to the block before; nothing more in as many blocks as the next 14 bits say.
        byte[] nothing = new byte[(blocks + 7) / 8];
        var (runs, rest) = Math.DivRem(blocks, 32_767);
        var bits = new System.Text.StringBuilder();
        for (var i = 0; i < runs; i++) bits.Append('0').Append('1', 14);
        for (var i = 0; i < rest; i++) bits.Append("10");
        return
        [
            0xFF, 0xD8, .. Segment(0xDB, [0, .. Enumerable.Repeat((byte)1, 64)]),
            .. Segment(0xC2, [8, (byte)(height >> 8), (byte)height, (byte)(width >> 8), (byte)width, 1, 1, 0x11, 0]),
            .. Segment(0xC4, [0, 1, .. new byte[15], 0]),
            .. Segment(0xC4, [0x10, 1, 1, .. new byte[14], 0xE0, 0]),
            .. Segment(0xDA, [1, 1, 0, 0, 0, 0]), .. nothing,
            .. Enumerable.Range(0, count - 1).SelectMany(
                i => (byte[])[.. Segment(0xDA, [1, 1, 0, (byte)(1 + (i % 63)), (byte)(1 + (i % 63)), 0]), .. Pack(bits.ToString())]),
            0xFF, 0xD9,
        ];
    }

    /// <summary>A PNG that says that it is larger than it is.</summary>
    public static byte[] Claiming(int width, int height)
    {
        var png = Quarters(SKEncodedImageFormat.Png, 8, 8);
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(16), width);
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(20), height);
        BinaryPrimitives.WriteUInt32BigEndian(png.AsSpan(29), Crc32.HashToUInt32(png.AsSpan(12, 17)));
        return png;
    }

    private static byte[] Draw(SKEncodedImageFormat format, int width, int height, Action<SKCanvas> draw)
    {
        using var usual = SKColorSpace.CreateSrgb();
        using var bitmap = new SKBitmap(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Premul, usual));
        using (var canvas = new SKCanvas(bitmap)) draw(canvas);
        using var data = bitmap.Encode(format, 95);
        return data.ToArray();
    }

    /// <summary>Four pixels of one color: a clear code, four codes, an end, of three bits each.</summary>
    private static byte[] Frame(int color)
    {
        int[] codes = [4, color, color, color, color, 5];
        var bits = codes.Select((code, i) => code << (3 * i)).Sum();
        return
        [
            0x21, 0xF9, 4, 0, 10, 0, 0, 0,
            0x2C, 0, 0, 0, 0, 2, 0, 2, 0, 0, 2, 3, (byte)bits, (byte)(bits >> 8), (byte)(bits >> 16), 0,
        ];
    }

    /// <summary>Bits as bytes, filled up by ones; a 0 stands behind each byte that is none but ones.</summary>
    private static byte[] Pack(string bits) =>
    [
        .. bits.PadRight((bits.Length + 7) / 8 * 8, '1').Chunk(8).Select(b => Convert.ToByte(new string(b), 2))
            .SelectMany(b => b == 0xFF ? (byte[])[b, 0] : [b]),
    ];

    private static byte[] Segment(byte marker, byte[] content) =>
        [0xFF, marker, (byte)((content.Length + 2) >> 8), (byte)(content.Length + 2), .. content];
}
