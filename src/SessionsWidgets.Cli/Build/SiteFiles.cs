using System.IO.Enumeration;

namespace SessionsWidgets.Cli.Build;

/// <summary>A file of the site: its name below the site's folder, with slashes, and its full path.</summary>
internal sealed record SiteFile(string Name, string Path)
{
    public bool IsPage =>
        Name.EndsWith(".html", StringComparison.OrdinalIgnoreCase) || Name.EndsWith(".htm", StringComparison.OrdinalIgnoreCase);
}

/// <summary>Finds the files of a site.</summary>
internal static class SiteFiles
{
    private static readonly string[] OwnNames = [".git", ".hg", ".svn", OutputFolder.MarkerName];

    private static readonly EnumerationOptions Everything = new() { AttributesToSkip = FileAttributes.None, RecurseSubdirectories = true };

    /// <summary>The files in a fixed order, without the configuration and what version control and builds keep for themselves. Linked
    /// folders are not entered: they could lead round in circles.</summary>
    /// <param name="site">The site's folder.</param>
    /// <param name="skipped">Full paths of further files and folders to leave out.</param>
    /// <param name="linkedFolders">Receives the names of the folders that were not entered.</param>
    public static List<SiteFile> Find(string site, string[] skipped, List<string> linkedFolders)
    {
        var files = new FileSystemEnumerable<SiteFile>(site, Create, Everything)
        {
            ShouldIncludePredicate = (ref FileSystemEntry entry) => !entry.IsDirectory && !IsSkipped(ref entry),
            ShouldRecursePredicate = (ref FileSystemEntry entry) => !IsSkipped(ref entry) && !IsLink(ref entry),
        };
        var sorted = new List<SiteFile>(files);
        sorted.Sort((a, b) => string.CompareOrdinal(a.Name, b.Name));
        return sorted;

        SiteFile Create(ref FileSystemEntry entry)
        {
            var path = entry.ToFullPath();
            return new SiteFile(NameOf(path), path);
        }

        bool IsSkipped(ref FileSystemEntry entry)
        {
            foreach (var name in OwnNames)
            {
                if (entry.FileName.SequenceEqual(name)) return true;
            }

            return skipped.Length > 0 && Array.IndexOf(skipped, entry.ToFullPath()) >= 0;
        }

        bool IsLink(ref FileSystemEntry entry)
        {
            if ((entry.Attributes & FileAttributes.ReparsePoint) == FileAttributes.None) return false;
            linkedFolders.Add(NameOf(entry.ToFullPath()));
            return true;
        }

        string NameOf(string path) => Path.GetRelativePath(site, path).Replace('\\', '/');
    }
}
