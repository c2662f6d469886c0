using SessionsWidgets.Cli.Build;
using SessionsWidgets.Cli.Build.Again;

namespace SessionsWidgets.Cli.Serve;

/// <summary>What the server has under a name. Immutable.</summary>
/// <param name="Name">The name below the site, with slashes.</param>
/// <param name="Version">Another number whenever it becomes another.</param>
/// <param name="Report">What there is to say of it.</param>
internal abstract record ServedFile(string Name, int Version, BuildReport Report);

/// <summary>A page.</summary>
/// <param name="File">The file.</param>
/// <param name="Version">Its version.</param>
/// <param name="Report">What there is to say of it without its widgets.</param>
/// <param name="Source">Its content and its tags; null if it cannot be published.</param>
internal sealed record ServedPage(SiteFile File, int Version, BuildReport Report, SourcePage? Source)
    : ServedFile(File.Name, Version, Report)
{
    public bool HasWidgets => Source?.Found.Tags.Count > 0;
}

/// <summary>A file that is no page, and stays on the disk.</summary>
/// <param name="File">The file.</param>
/// <param name="Version">Its version.</param>
/// <param name="Report">Errors, if it cannot be published.</param>
/// <param name="Stamp">The stamp of what was looked through.</param>
internal sealed record ServedAsset(SiteFile File, int Version, BuildReport Report, FileStamp? Stamp)
    : ServedFile(File.Name, Version, Report);

/// <summary>A file that the build makes.</summary>
/// <param name="Name">The name.</param>
/// <param name="Version">Its version.</param>
/// <param name="Report">Nothing.</param>
/// <param name="Content">The content.</param>
internal sealed record ServedContent(string Name, int Version, BuildReport Report, byte[] Content) : ServedFile(Name, Version, Report);
