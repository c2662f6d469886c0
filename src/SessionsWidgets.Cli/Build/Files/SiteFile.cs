namespace SessionsWidgets.Cli.Build;

/// <summary>A file of a site.</summary>
/// <param name="Name">The name below the site's folder, with slashes.</param>
/// <param name="Path">The full path.</param>
/// <param name="IsPage">Whether widgets are put into it.</param>
internal sealed record SiteFile(string Name, string Path, bool IsPage)
{
    /// <summary>The compressed copies of a page that lie beside it.</summary>
    public IReadOnlyList<SiteFile> Twins { get; init; } = [];
}
