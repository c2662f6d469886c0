namespace SessionsWidgets.Cli.Build;

/// <summary>A file of the site: its name below the site's folder, with slashes, and its full path.</summary>
internal readonly record struct SiteFile(string Name, string Path)
{
    public bool IsPage => Name.EndsWith(".html", StringComparison.OrdinalIgnoreCase) || Name.EndsWith(".htm", StringComparison.OrdinalIgnoreCase);
}

/// <summary>Finds the files of a site.</summary>
internal static class SiteFiles
{
    private static readonly string[] VersionControl = [".git", ".hg", ".svn"];

    private static readonly EnumerationOptions Everything = new() { AttributesToSkip = FileAttributes.None, RecurseSubdirectories = false };

    /// <summary>The files in a fixed order, without the configuration and what version control and builds keep for themselves. Linked folders are not entered: they could lead round in circles.</summary>
    /// <param name="site">The site's folder.</param>
    /// <param name="skipped">Full paths of further files and folders to leave out.</param>
    /// <param name="linkedFolders">Receives the names of the folders that were not entered.</param>
    public static List<SiteFile> Find(string site, IReadOnlyCollection<string> skipped, List<string> linkedFolders)
    {
        var files = new List<SiteFile>();
        Collect(new DirectoryInfo(site), "");
        files.Sort((a, b) => string.CompareOrdinal(a.Name, b.Name));
        return files;

        void Collect(DirectoryInfo folder, string prefix)
        {
            foreach (var entry in folder.EnumerateFileSystemInfos("*", Everything))
            {
                if (skipped.Contains(entry.FullName) || entry.Name == OutputFolder.MarkerName) continue;
                if (entry is not DirectoryInfo inner) files.Add(new SiteFile(prefix + entry.Name, entry.FullName));
                else if (VersionControl.Contains(entry.Name)) continue;
                else if (entry.LinkTarget is not null) linkedFolders.Add(prefix + entry.Name);
                else Collect(inner, $"{prefix}{entry.Name}/");
            }
        }
    }
}
