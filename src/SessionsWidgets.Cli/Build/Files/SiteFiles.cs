using System.IO.Enumeration;

namespace SessionsWidgets.Cli.Build;

/// <summary>Finds the files of a site, and reports those that are left out. Used once.</summary>
/// <param name="site">The folder of the site.</param>
/// <param name="own">What is never published.</param>
/// <param name="pages">Which files are pages.</param>
/// <param name="report">Receives what cannot be built.</param>
/// <param name="show">Gets a path as messages show it.</param>
internal sealed class SiteFiles(string site, OwnFiles own, PageNames pages, BuildReport report, Func<string, string> show)
{
    private static readonly EnumerationOptions OneFolder = new() { AttributesToSkip = FileAttributes.None, IgnoreInaccessible = false };

    private readonly string _realSite = RealPath.Of(site);
    private readonly List<SiteFile> _files = [];

    /// <summary>Finds the files, in a fixed order.</summary>
    /// <exception cref="ParameterException">The site cannot be read.</exception>
    public IReadOnlyList<SiteFile> Find()
    {
        var folders = new Stack<string>([site]);
        while (folders.TryPop(out var folder))
        {
            try
            {
                foreach (var (path, isFolder, isLink, length) in Entries(folder))
                {
                    if (own.Contains(path)) report.AddLeftOut(NameOf(path));
                    else if (IsUnreadableName(path)) AddUnreadableName(path);
                    else if (isLink) AddLink(path);
                    else if (isFolder) folders.Push(path);
                    else Add(path, length > 0 ? null : new FileInfo(path));
                }
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                if (folder == site) throw new ParameterException("SITE", site, $"it cannot be read ({e.Message}).");
                report.Add(
                    show(folder), 0, 0, isError: true,
                    $"the folder cannot be read ({e.Message}): make it readable, or move it out of the site.");
            }
        }

        _files.Sort((a, b) => string.CompareOrdinal(a.Name, b.Name));
        return CompressedTwins.Join(_files);
    }

    private static FileSystemEnumerable<(string Path, bool IsFolder, bool IsLink, long Length)> Entries(string folder) => new(
        folder,
        (ref FileSystemEntry entry) => (
            Path.Join(folder, entry.FileName),
            entry.IsDirectory,
            (entry.Attributes & FileAttributes.ReparsePoint) != FileAttributes.None,
            entry.IsDirectory ? 0 : entry.Length),
        OneFolder);

    /// <summary>Whether a name has bytes that are not UTF-8, and so cannot be opened by it.</summary>
    private static bool IsUnreadableName(string path) => path.Contains('\uFFFD') && !Path.Exists(path);

    private void AddUnreadableName(string path) => report.Add(
        show(path), 0, 0, isError: true, "the name is not in UTF-8, and cannot be opened: rename it, or move it out of the site.");

    private void AddLink(string path)
    {
        // Placeholders of files that lie in a cloud are reparse points, and no links.
        if (new FileInfo(path).LinkTarget is null) Add(path, null);
        else if (Directory.Exists(path)) report.AddShared(NameOf(path), "symbolic links to folders are left out");
        else if (TargetOf(path) is { } target) AddTarget(path, target);
        else report.AddShared(NameOf(path), "symbolic links without a target are left out");
    }

    private void AddTarget(string path, string target)
    {
        if (!RealPath.IsWithin(target, _realSite))
            report.AddShared(NameOf(path), "symbolic links to files outside the site are left out: put a copy of the file there");
        else if (own.Contains(target)) report.AddLeftOut(NameOf(path));
        else Add(path, new FileInfo(target));
    }

    /// <summary>Gets the file that a link leads to; null if there is none.</summary>
    private static string? TargetOf(string link)
    {
        try
        {
            return RealPath.Of(link) is var target && File.Exists(target) ? target : null;
        }
        catch (IOException)
        {
            // The link leads to itself.
            return null;
        }
    }

    /// <param name="path">The path of the file.</param>
    /// <param name="unknown">The file, if it may be no regular one.</param>
    private void Add(string path, FileInfo? unknown)
    {
        var name = NameOf(path);
        try
        {
            if (unknown is not null && SpecialFile.Is(unknown))
            {
                report.AddShared(name, "pipes, sockets and devices are left out");
                return;
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Reading it tells what is wrong.
        }

        _files.Add(new SiteFile(name, path, pages.Contains(name)));
    }

    /// <summary>Gets the name below the site. Where '\' is no separator, names can have it.</summary>
    private string NameOf(string path) => Path.GetRelativePath(site, path).Replace(Path.DirectorySeparatorChar, '/');
}
