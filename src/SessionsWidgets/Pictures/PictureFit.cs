namespace SessionsWidgets;

/// <summary>How a picture fits into its box, as <c>object-fit</c> in CSS. Nothing is cut off: browsers do that.</summary>
public enum PictureFit
{
    /// <summary>The whole picture is in the box.</summary>
    Contain,

    /// <summary>The picture covers the whole box, and may be larger on one side.</summary>
    Cover,
}
