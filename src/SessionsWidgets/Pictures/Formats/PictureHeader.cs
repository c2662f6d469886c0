namespace SessionsWidgets;

/// <summary>The format of a picture and its size in pixels, as its first bytes tell, whatever else is said of it.</summary>
/// <param name="Format">The format.</param>
/// <param name="Width">The width; 0 for SVG, which has none of its own.</param>
/// <param name="Height">The height; 0 for SVG.</param>
internal readonly record struct PictureHeader(PictureFormat Format, int Width, int Height)
{
    /// <summary>The longest side that is let through.</summary>
    public const int MaxSide = 16_384;

    /// <summary>The most pixels that are let through: a browser takes four bytes for each, however small the file is.</summary>
    public const long MaxPixels = 40_000_000;

    /// <summary>Whether a browser can be asked to decode it.</summary>
    public bool IsDecodable => Format == PictureFormat.Svg
        || (Width is > 0 and <= MaxSide && Height is > 0 and <= MaxSide && (long)Width * Height <= MaxPixels);

    /// <summary>Reads the header; null if the file has none of the formats, or ends before its size.</summary>
    public static PictureHeader? Read(ReadOnlySpan<byte> bytes) =>
        PngHeader.Read(bytes) ?? JpegHeader.Read(bytes) ?? GifHeader.Read(bytes) ?? WebPHeader.Read(bytes) ?? AvifHeader.Read(bytes)
        ?? (SvgHeader.IsSvg(bytes) ? new PictureHeader(PictureFormat.Svg, 0, 0) : null);
}

/// <summary>A format that browsers show.</summary>
internal sealed record PictureFormat
{
    private PictureFormat(string contentType) => ContentType = contentType;

    public static PictureFormat Png { get; } = new("image/png");

    public static PictureFormat Jpeg { get; } = new("image/jpeg");

    public static PictureFormat Gif { get; } = new("image/gif");

    public static PictureFormat WebP { get; } = new("image/webp");

    public static PictureFormat Avif { get; } = new("image/avif");

    public static PictureFormat Svg { get; } = new("image/svg+xml");

    public string ContentType { get; }
}
