namespace SessionsWidgets.Cli.Build;

/// <summary>Compares paths with links resolved.</summary>
internal static class RealPath
{
    /// <summary>Resolves all links in a path, as far as it exists.</summary>
    public static string Of(string path)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        if (Path.GetDirectoryName(full) is not { } parent) return full;
        var own = Path.Combine(Of(parent), Path.GetFileName(full));
        var folder = new DirectoryInfo(own);
        if (folder.LinkTarget is null) return own;
        return folder.ResolveLinkTarget(returnFinalTarget: true) is { } target ? Of(target.FullName) : own;
    }

    /// <summary>Whether a path is a folder or is in it.</summary>
    public static bool IsWithin(string path, string folder) =>
        path == folder
        || path.StartsWith($"{folder.TrimEnd(Path.DirectorySeparatorChar)}{Path.DirectorySeparatorChar}", StringComparison.Ordinal);
}
