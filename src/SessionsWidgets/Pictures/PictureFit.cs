namespace SessionsWidgets;

/// <summary>How a picture fits into its place, as <c>object-fit</c> in CSS says it. Nothing is cut off: browsers do that.</summary>
public enum PictureFit
{
    /// <summary>All of it is in the place.</summary>
    Contain,

    /// <summary>It covers all of the place, and may be larger on one side.</summary>
    Cover,
}
