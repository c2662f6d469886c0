namespace SessionsWidgets.Cli;

/// <summary>The settings file of a run, or where one was looked for. Immutable.</summary>
/// <param name="Path">The full path of the file that is read; null if there is none.</param>
/// <param name="Candidates">The full paths that are looked at, the first one that exists is read.</param>
internal sealed record SettingsSource(string? Path, IReadOnlyList<string> Candidates)
{
    public const string FileName = "sessions-widgets.json";

    /// <summary>The order, for the help of all commands.</summary>
    public const string Order =
        $"The settings file. Default: {FileName} in the current folder, else in the site's folder (build, serve). "
        + "Environment variables (SessionsWidgets__…) override the file, and options override both.";

    /// <summary>The file of the option, else the one in the current folder, else the one in the site's folder.</summary>
    /// <param name="named">The value of the option; null if it is not set.</param>
    /// <param name="environment">The environment.</param>
    /// <param name="site">The site's folder; null if there is none.</param>
    /// <exception cref="ParameterException">The file of the option does not exist.</exception>
    public static SettingsSource Find(string? named, CliEnvironment environment, string? site)
    {
        string[] places = [.. ((string?[])[environment.WorkingDirectory, site]).OfType<string>().Select(InFolder).Distinct()];
        if (named is null) return new SettingsSource(Array.Find(places, File.Exists), places);
        var path = environment.FullPath(named);
        return File.Exists(path)
            ? new SettingsSource(path, [path, .. places])
            : throw new ParameterException("--config", named, $"there is no such file.{DidYouMean.Sentence(named, FilesBeside(path))}");
    }

    /// <summary>Whether a message is about settings: then it has the full name of one.</summary>
    public static bool AreNamedIn(string message) => message.Contains("SessionsWidgets:", StringComparison.Ordinal);

    /// <summary>A file that would be read if there were no other.</summary>
    public string? Ignored => Path is null ? null : Candidates.FirstOrDefault(place => place != Path && File.Exists(place));

    /// <summary>Where the settings are from, as a sentence after an error.</summary>
    public string Description => Path is not null
        ? $"The settings file is {Path}. Environment variables (SessionsWidgets__…) and options come before it."
        : $"There is no settings file: looked for {string.Join(" and ", Candidates)}. "
            + "Name one by --config FILE, or set environment variables, such as SessionsWidgets__BusinessId.";

    private static string InFolder(string folder) => System.IO.Path.GetFullPath(System.IO.Path.Combine(folder, FileName));

    private static IEnumerable<string> FilesBeside(string path) =>
        System.IO.Path.GetDirectoryName(path) is { } folder && Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder, "*.json").Select(file => System.IO.Path.GetFileName(file)).Order(StringComparer.Ordinal)
            : [];
}
