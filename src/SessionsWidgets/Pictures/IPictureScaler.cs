namespace SessionsWidgets;

/// <summary>Scales pictures to the size that they are shown in.</summary>
/// <remarks>Implementations must be thread-safe.</remarks>
public interface IPictureScaler
{
    /// <summary>Scales a picture to a box. It keeps its proportions and is not enlarged.</summary>
    /// <param name="picture">The picture. Its header is checked; the rest is as its host sent it.</param>
    /// <param name="width">The width of the box in pixels.</param>
    /// <param name="height">The height of the box in pixels.</param>
    /// <param name="fit">How the picture fits into the box.</param>
    /// <returns>The bytes of the scaled picture; null to serve the picture as it is.</returns>
    byte[]? Scale(WidgetPicture picture, int width, int height, PictureFit fit);
}
