namespace SessionsWidgets.TestSupport;

/// <summary>Finds the files of the repository from wherever the tests run.</summary>
public static class RepositoryFiles
{
    /// <summary>The configuration in which the tests, and what they run, are built.</summary>
#if RELEASE
    public const string Configuration = "Release";
#else
    public const string Configuration = "Debug";
#endif

    public static string Root { get; } = FindRoot();

    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>The folder into which a project is built.</summary>
    /// <param name="project">The folder of the project.</param>
    public static string OutputOf(params string[] project) => PathOf([.. project, "bin", Configuration, "net10.0"]);

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "SessionsWidgets.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The tests run outside the repository.");
    }
}
