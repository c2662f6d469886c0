namespace SessionsWidgets;

/// <summary>When browsers load the pictures of cigars and events. Avatars are always loaded lazily.</summary>
public enum PictureLoading
{
    /// <summary>When they are close to the viewport.</summary>
    Lazy,

    /// <summary>
    /// The first four at once, before other pictures: for a widget in the viewport when the page opens. The others are loaded lazily.
    /// </summary>
    Eager,
}
