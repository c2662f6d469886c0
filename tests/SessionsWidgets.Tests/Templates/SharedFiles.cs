namespace SessionsWidgets.Tests.Templates;

/// <summary>Finds files of the folder <c>shared</c> that may stand next to the repository.</summary>
internal static class SharedFiles
{
    public static string Repository
    {
        get
        {
            var directory = new DirectoryInfo(AppContext.BaseDirectory);
            while (directory is not null && !File.Exists(Path.Combine(directory.FullName, "SessionsWidgets.sln")))
                directory = directory.Parent;
            return directory?.FullName ?? throw new InvalidOperationException("The tests run outside the repository.");
        }
    }

    public static string? Find(string path)
    {
        var file = Path.GetFullPath(Path.Combine(Repository, "..", "shared", path));
        return File.Exists(file) ? file : null;
    }
}
