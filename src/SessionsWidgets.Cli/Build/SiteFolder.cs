using SessionsWidgets.Cli.Build.Output;

namespace SessionsWidgets.Cli.Build;

/// <summary>The folder of a site.</summary>
/// <param name="options">The options of the build.</param>
/// <param name="environment">The environment.</param>
internal sealed class SiteFolder(BuildOptions options, CliEnvironment environment)
{
    /// <summary>Checks that the site is there, and that what is written goes elsewhere. Creates nothing.</summary>
    /// <exception cref="ParameterException">An option is not allowed.</exception>
    public void Check()
    {
        if (!Directory.Exists(options.Site)) throw new ParameterException("SITE", options.Site, "there is no such folder.");
        if (options.Target is { } target) OutputFolder.Check(target);
        if (options.CacheFolder is not { } folder) return;
        var (cache, site) = (RealPath.Of(folder), RealPath.Of(options.Site));
        if (options.Output is { } output && RealPath.IsWithin(cache, RealPath.Of(output)))
            throw new ParameterException(
                "--cache", folder, "it is in the output folder, and would be published with it: name another folder.");
        if (cache == site) throw new ParameterException("--cache", folder, "that is the site itself: name a folder of its own.");
        if (options.UsesSandbox)
            throw new ParameterException("--cache", folder, "example data (--sandbox) is not kept: leave one of the two options out.");
    }

    /// <summary>Finds the files.</summary>
    /// <exception cref="ParameterException">The site cannot be read.</exception>
    public IReadOnlyList<SiteFile> Find(SiteServices services, BuildReport report)
    {
        var source = environment.Settings!;
        if (source.Ignored is { } ignored)
            report.AddShared(ignored, $"a settings file is not read, since {source.Path} comes first");
        var own = new OwnFiles(
            [.. source.Candidates, .. ((string?[])[options.CacheFolder, services.TemplateFolder]).OfType<string>()]);
        var names = new PageNames(options.Included);
        var files = new SiteFiles(options.Site, own, names, report, Show).Find();
        foreach (var pattern in names.WithoutMatch([.. files.Select(file => file.Name)]))
            report.AddForSite($"--include \"{pattern}\" matches no file of the site.");
        return files;
    }

    /// <summary>Creates a report on the site.</summary>
    public BuildReport CreateReport() => new(name => Show(Path.Combine(options.Site, name)));

    /// <summary>Creates what reports on its files.</summary>
    public PageMessages CreateMessages(BuildReport report) => new(report, options.StylesheetPath, Show);

    /// <summary>Shows the path of a file in messages.</summary>
    public string Show(string path) => options.IsForMSBuild
        ? Path.TrimEndingDirectorySeparator(OriginalOf(path))
        : Path.GetRelativePath(environment.WorkingDirectory, OriginalOf(path));

    /// <summary>Gets the file that a file of the site was copied from, to change it there.</summary>
    private string OriginalOf(string path)
    {
        if (options.Source is null) return path;
        var original = Path.GetFullPath(Path.GetRelativePath(options.Site, path), options.Source);
        return File.Exists(path) && FileContent.AreSame(original, path) ? original : path;
    }
}
