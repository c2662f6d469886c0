namespace SessionsWidgets.Cli.Build.Output;

/// <summary>A temporary folder of a build that is running, or was interrupted.</summary>
/// <param name="Path">The folder.</param>
/// <param name="Process">The number of the build's process.</param>
internal sealed record Remains(string Path, string Process)
{
    /// <summary>Finds those of builds that write an output folder for the first time.</summary>
    public static List<Remains> OfNew(string output) =>
        Find(System.IO.Path.GetDirectoryName(output)!, System.IO.Path.GetFileName(output));

    /// <summary>Finds those of builds that write an output folder again.</summary>
    public static List<Remains> In(string output) => Find(output, "");

    private static List<Remains> Find(string folder, string prefix) =>
    [
        .. from path in Directory.EnumerateDirectories(folder)
           let process = OutputNames.OwnerOf(System.IO.Path.GetFileName(path), prefix)
           where process is not null
           orderby Directory.GetCreationTimeUtc(path)
           select new Remains(path, process),
    ];
}
