using SkiaSharp;

namespace SessionsWidgets.Pictures;

/// <summary>The sizes of a picture during scaling: all before it is turned, except the last one.</summary>
/// <param name="Decoded">What it is decoded to.</param>
/// <param name="Target">What it is scaled to.</param>
/// <param name="Upright">The target, turned.</param>
/// <param name="Turn">How the camera was held.</param>
internal sealed record ScalingPlan(SKSizeI Decoded, SKSizeI Target, SKSizeI Upright, SKMatrix Turn)
{
    /// <summary>The decoder of JPEG makes it smaller by eighths, without a pixel of the full size.</summary>
    private const int Parts = 8;

    public static ScalingPlan Create(SKCodec codec, int width, int height, PictureFit fit)
    {
        var size = codec.Info.Size;
        var origin = codec.EncodedOrigin;
        var lies = origin >= SKEncodedOrigin.LeftTop;
        var (across, down) = lies ? (height, width) : (width, height);
        var (x, y) = ((double)across / size.Width, (double)down / size.Height);
        var scale = Math.Min(1, fit == PictureFit.Cover ? Math.Max(x, y) : Math.Min(x, y));
        var target = new SKSizeI(Side(size.Width, scale), Side(size.Height, scale));
        var upright = lies ? new SKSizeI(target.Height, target.Width) : target;
        return new ScalingPlan(DecodedSize(codec, target), target, upright, Matrix(origin, upright));
    }

    private static int Side(int side, double scale) => Math.Max(1, (int)Math.Round(side * scale, MidpointRounding.AwayFromZero));

    /// <summary>The smallest size that is at least the target.</summary>
    private static SKSizeI DecodedSize(SKCodec codec, SKSizeI target)
    {
        if (codec.EncodedFormat != SKEncodedImageFormat.Jpeg) return codec.Info.Size;
        for (var part = 1; part < Parts; part++)
        {
            var size = codec.GetScaledDimensions((float)part / Parts);
            if (size.Width >= target.Width && size.Height >= target.Height) return size;
        }

        return codec.Info.Size;
    }

    private static SKMatrix Matrix(SKEncodedOrigin origin, SKSizeI upright)
    {
        var (w, h) = (upright.Width, upright.Height);
        return origin switch
        {
            SKEncodedOrigin.TopRight => Rows(-1, 0, w, 0, 1, 0),
            SKEncodedOrigin.BottomRight => Rows(-1, 0, w, 0, -1, h),
            SKEncodedOrigin.BottomLeft => Rows(1, 0, 0, 0, -1, h),
            SKEncodedOrigin.LeftTop => Rows(0, 1, 0, 1, 0, 0),
            SKEncodedOrigin.RightTop => Rows(0, -1, w, 1, 0, 0),
            SKEncodedOrigin.RightBottom => Rows(0, -1, w, -1, 0, h),
            SKEncodedOrigin.LeftBottom => Rows(0, 1, 0, -1, 0, h),
            _ => SKMatrix.Identity,
        };
    }

    private static SKMatrix Rows(float scaleX, float skewX, float x, float skewY, float scaleY, float y) =>
        new(scaleX, skewX, x, skewY, scaleY, y, 0, 0, 1);
}
