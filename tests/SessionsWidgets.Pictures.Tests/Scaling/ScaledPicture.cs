using System.Buffers.Binary;
using System.Text;
using SkiaSharp;

namespace SessionsWidgets.Pictures.Tests.Scaling;

/// <summary>Reads a picture that was written.</summary>
internal sealed class ScaledPicture : IDisposable
{
    private readonly SKBitmap _pixels;

    public ScaledPicture(byte[]? bytes)
    {
        Bytes = bytes.ShouldNotBeNull();
        _pixels = SKBitmap.Decode(bytes).ShouldNotBeNull();
        Chunks = ReadChunks(bytes);
    }

    public byte[] Bytes { get; }

    /// <summary>The names of the parts of the file.</summary>
    public IReadOnlyList<string> Chunks { get; }

    public (int Width, int Height) Size => (_pixels.Width, _pixels.Height);

    public SKColor TopLeft => _pixels.GetPixel(_pixels.Width / 4, _pixels.Height / 4);

    public SKColor TopRight => _pixels.GetPixel(_pixels.Width * 3 / 4, _pixels.Height / 4);

    public SKColor BottomLeft => _pixels.GetPixel(_pixels.Width / 4, _pixels.Height * 3 / 4);

    public SKColor BottomRight => _pixels.GetPixel(_pixels.Width * 3 / 4, _pixels.Height * 3 / 4);

    public SKColor Center => _pixels.GetPixel(_pixels.Width / 2, _pixels.Height / 2);

    public SKColor Corner => _pixels.GetPixel(0, 0);

    public bool Contains(string text) => Bytes.AsSpan().IndexOf(Encoding.ASCII.GetBytes(text)) >= 0;

    /// <summary>Whether two colors look the same: what is between them comes from the losses of JPEG and WebP.</summary>
    public static bool Near(SKColor color, SKColor other, int tolerance = 24) =>
        Math.Abs(color.Red - other.Red) <= tolerance && Math.Abs(color.Green - other.Green) <= tolerance
        && Math.Abs(color.Blue - other.Blue) <= tolerance && Math.Abs(color.Alpha - other.Alpha) <= tolerance;

    public void Dispose() => _pixels.Dispose();

    private static List<string> ReadChunks(ReadOnlySpan<byte> file)
    {
        Encoding.ASCII.GetString(file[..4]).ShouldBe("RIFF");
        Encoding.ASCII.GetString(file[8..12]).ShouldBe("WEBP");
        var chunks = new List<string>();
        for (var rest = file[12..]; rest.Length >= 8;)
        {
            chunks.Add(Encoding.ASCII.GetString(rest[..4]));
            var length = BinaryPrimitives.ReadInt32LittleEndian(rest[4..]);
            rest = rest[Math.Min(rest.Length, 8 + length + (length & 1))..];
        }

        return chunks;
    }
}
