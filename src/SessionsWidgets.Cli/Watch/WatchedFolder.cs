using SessionsWidgets.Cli.Build;
using SessionsWidgets.Cli.Build.Again;

namespace SessionsWidgets.Cli.Watch;

/// <summary>A folder to watch.</summary>
/// <param name="Path">The full path, without links.</param>
/// <param name="Names">The names in it that matter; null for all, also those in its folders.</param>
/// <param name="Number">The number of the folder: a new folder of the same name is watched again.</param>
internal sealed record WatchedFolder(string Path, string? Names, long Number)
{
    /// <summary>Gets the folders to watch, so that nothing is missed: files and folders that are replaced, too.</summary>
    /// <param name="folders">Folders of which all matters, and which may not be there.</param>
    /// <param name="files">Files, which may not be there.</param>
    public static IReadOnlyList<WatchedFolder> Of(IEnumerable<string> folders, IEnumerable<string> files)
    {
        var whole = folders.Select(RealPath.Of).Distinct().ToList();
        var names = whole.Concat(files.Select(RealPath.Of)).Concat(files)
            .Distinct()
            .Where(static path => System.IO.Path.GetDirectoryName(path) is not null)
            .GroupBy(static path => System.IO.Path.GetDirectoryName(path)!, System.IO.Path.GetFileName)
            .Select(static group => (group.Key, Names: (string?)string.Join('\n', group.Order(StringComparer.Ordinal))));
        return
        [
            .. from folder in whole.Select(static path => (Key: path, Names: (string?)null)).Concat(names)
               where Directory.Exists(folder.Key)
               select new WatchedFolder(folder.Key, folder.Names, FileStamp.Of(folder.Key)?.Number ?? 0),
        ];
    }

    /// <summary>Whether a path in the folder matters.</summary>
    public bool Matters(string path) =>
        Names is null || Names.Split('\n').Contains(System.IO.Path.GetFileName(path), StringComparer.Ordinal);
}
