namespace SessionsWidgets;

/// <summary>The pixels of the place that a picture is shown in. Immutable.</summary>
/// <param name="Width">The width.</param>
/// <param name="Height">The height.</param>
/// <param name="Fit">How the picture fits into it.</param>
internal readonly record struct PictureSize(int Width, int Height, PictureFit Fit = PictureFit.Contain)
{
    /// <summary>The longest side of a place.</summary>
    public const int MaxSide = 4096;

    public bool IsValid => Width is > 0 and <= MaxSide && Height is > 0 and <= MaxSide;
}
