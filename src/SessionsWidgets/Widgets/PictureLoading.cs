namespace SessionsWidgets;

/// <summary>The time when browsers load the pictures of cigars and events. Avatars are always lazy.</summary>
public enum PictureLoading
{
    /// <summary>When a picture is close to the viewport.</summary>
    Lazy,

    /// <summary>The first four immediately, before other pictures: for a widget in the viewport when the page opens. The others are
    /// lazy.</summary>
    Eager,
}
