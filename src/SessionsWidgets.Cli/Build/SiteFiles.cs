using System.IO.Enumeration;

namespace SessionsWidgets.Cli.Build;

/// <summary>A file: its name below the site's folder, with slashes, and its full path.</summary>
internal sealed record SiteFile(string Name, string Path)
{
    public bool IsPage =>
        Name.EndsWith(".html", StringComparison.OrdinalIgnoreCase) || Name.EndsWith(".htm", StringComparison.OrdinalIgnoreCase);
}

internal static class SiteFiles
{
    private static readonly string[] OwnNames = [".git", ".hg", ".svn", OutputFolder.MarkerName];

    private static readonly EnumerationOptions Everything = new() { AttributesToSkip = FileAttributes.None, RecurseSubdirectories = true };

    /// <summary>Finds the files in a fixed order, without configuration, version control and linked folders.</summary>
    /// <param name="site">The folder of the site.</param>
    /// <param name="skipped">Full paths of more files and folders to skip.</param>
    /// <param name="linkedFolders">Receives the names of linked folders, which are skipped because they can be cyclic.</param>
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
