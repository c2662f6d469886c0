namespace SessionsWidgets;

/// <summary>Scales pictures to the places that they are shown in. Thread-safe.</summary>
public interface IPictureScaler
{
    /// <summary>Scales a picture to a place, in its own proportions, never beyond its own size.</summary>
    /// <param name="picture">The picture. Its header is checked, the rest is as its host sent it.</param>
    /// <param name="width">The width of the place in pixels.</param>
    /// <param name="height">The height of the place in pixels.</param>
    /// <param name="fit">How the picture fits into the place.</param>
    /// <returns>The bytes of the scaled picture; null to serve the picture as it is.</returns>
    byte[]? Scale(WidgetPicture picture, int width, int height, PictureFit fit);
}
