using SessionsWidgets.Cli.Build.Pictures;

namespace SessionsWidgets.Cli.Build;

/// <summary>A widget of a site.</summary>
/// <param name="Html">Its HTML.</param>
/// <param name="Pictures">Its pictures, where they are files of the site.</param>
internal sealed record SiteFragment(HtmlFragment Html, IReadOnlyCollection<SitePicture> Pictures)
{
    /// <summary>Whether it brings its own link to the stylesheet.</summary>
    public bool IsIsolated { get; init; }

    /// <summary>Whether data or a picture is missing, or old.</summary>
    public bool HasFailed => Html.Error is not null || Pictures.Any(static picture => picture.Failure is not null);
}
