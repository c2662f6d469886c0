using System.Runtime.InteropServices;
using SkiaSharp;

namespace SessionsWidgets.Pictures;

/// <summary>Scales pictures with SkiaSharp, and writes them as WebP. Thread-safe.</summary>
internal sealed class SkiaPictureScaler : IPictureScaler
{
    /// <summary>The most pixels that are held of a picture: 64 MiB.</summary>
    public const long MaxPixels = 16 * 1024 * 1024;

    private const int Quality = 80;

    // What changes least from one screen to the next: neither rings nor blur.
    private static readonly SKSamplingOptions Sampling = new(SKCubicResampler.Mitchell);
    private static readonly SKSamplingOptions Averaging = new(SKFilterMode.Linear);

    /// <exception cref="InvalidOperationException">SkiaSharp has no native library here.</exception>
    public SkiaPictureScaler()
    {
        try
        {
            // Loads the library, so that the host stops at startup, not the first picture.
            using var unused = SKColorSpace.CreateSrgb();
        }
        catch (Exception e) when (e is TypeInitializationException or DllNotFoundException or InvalidOperationException)
        {
            throw new InvalidOperationException(
                $"AddPictureScaling needs the native library of SkiaSharp, which is not there for {RuntimeInformation.RuntimeIdentifier}: "
                + "publish for this platform, add the package SkiaSharp.NativeAssets that is for it, or leave AddPictureScaling out.",
                e);
        }
    }

    /// <inheritdoc/>
    public byte[]? Scale(WidgetPicture picture, int width, int height, PictureFit fit)
    {
        ArgumentNullException.ThrowIfNull(picture);
        return Scale(picture.Bytes.Span, width, height, fit);
    }

    /// <inheritdoc cref="Scale(WidgetPicture, int, int, PictureFit)"/>
    public static byte[]? Scale(ReadOnlySpan<byte> picture, int width, int height, PictureFit fit)
    {
        var scans = JpegScans.Read(picture);
        if (scans is { IsDecodable: false }) return null;
        using var data = SKData.CreateCopy(picture);
        using var codec = SKCodec.Create(data);
        if (codec is null || codec.Info.IsEmpty) return null;
        var plan = ScalingPlan.Create(codec, width, height, fit);
        if (scans is not { IsStreamed: true } && PixelsOf(codec.Info.Size) > MaxPixels) return null;
        if (PixelsOf(plan.Decoded) > MaxPixels || Decode(codec, plan.Decoded) is not { } decoded) return null;
        using var smaller = Halve(decoded, plan.Target);
        return Write(smaller, plan);
    }

    private static long PixelsOf(SKSizeI size) => (long)size.Width * size.Height;

    /// <summary>Decodes the first frame into sRGB; null if it is damaged or cut off.</summary>
    private static SKBitmap? Decode(SKCodec codec, SKSizeI size)
    {
        var alpha = codec.Info.AlphaType == SKAlphaType.Opaque ? SKAlphaType.Opaque : SKAlphaType.Premul;
        using var colors = SKColorSpace.CreateSrgb();
        var bitmap = new SKBitmap();
        if (bitmap.TryAllocPixels(new SKImageInfo(size.Width, size.Height, SKColorType.Rgba8888, alpha, colors))
            && codec.GetPixels(bitmap.Info, bitmap.GetPixels()) == SKCodecResult.Success)
        {
            return bitmap;
        }

        bitmap.Dispose();
        return null;
    }

    /// <summary>Halves a picture while it stays at least as large as the target: each pixel is the mean of four.</summary>
    private static SKBitmap Halve(SKBitmap picture, SKSizeI target)
    {
        while (picture.Width >= 2 * target.Width && picture.Height >= 2 * target.Height)
        {
            var half = new SKBitmap(picture.Info.WithSize(picture.Width / 2, picture.Height / 2));
            picture.ScalePixels(half, Averaging);
            picture.Dispose();
            picture = half;
        }

        return picture;
    }

    /// <summary>Turns the picture upright in its size, and writes it.</summary>
    private static byte[]? Write(SKBitmap picture, ScalingPlan plan)
    {
        using var result = new SKBitmap(picture.Info.WithSize(plan.Upright));
        using (var image = SKImage.FromPixels(picture.PeekPixels()))
        using (var canvas = new SKCanvas(result))
        {
            if (!result.Info.IsOpaque) canvas.Clear(SKColors.Transparent);
            canvas.SetMatrix(plan.Turn);
            using var paint = new SKPaint { BlendMode = SKBlendMode.Src };
            canvas.DrawImage(image, SKRect.Create(plan.Target), Sampling, paint);
        }

        // Pixels that name no color space are sRGB for every browser; one that is named would be written out as a profile.
        using var pixels = new SKPixmap(result.Info.WithColorSpace(null!), result.GetPixels(), result.RowBytes);
        using var written = pixels.Encode(new SKWebpEncoderOptions(SKWebpEncoderCompression.Lossy, Quality));
        return written?.ToArray();
    }
}
