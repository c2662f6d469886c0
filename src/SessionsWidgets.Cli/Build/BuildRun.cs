using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using SessionsWidgets.Cli.Build.Output;
using SessionsWidgets.Cli.Build.Scan;
using SessionsWidgets.Cli.ExampleData;

namespace SessionsWidgets.Cli.Build;

/// <summary>One run of <c>sessions-widgets build</c>.</summary>
internal sealed class BuildRun(BuildOptions options, SiteOptions settings, ParseResult parsed, CliEnvironment environment)
{
    /// <summary>Builds the site, writes what there is to say, and gives the exit code.</summary>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var started = environment.Clock.GetTimestamp();
        if (!Directory.Exists(options.Site)) throw new ParameterException("SITE", options.Site, "there is no such folder.");
        OutputFolder.Check(options);
        CheckCacheFolder();
        var usesSandbox = settings.UsesSandbox(parsed);
        if (usesSandbox && options.CacheFolder is { } kept)
            throw new ParameterException("--cache", kept, "example data (--sandbox) is not kept: leave one of the two options out.");

        var read = ReadSettings();
        using var output = options.IsDryRun ? null : OutputFolder.Open(options);
        environment.TryAbandon = output is null ? null : output.TryAbandon;
        var requests = new RequestCounter();
        ServiceProvider? services = null;
        var library = new Lazy<IServiceProvider>(
            () => services = settings.CreateServices(parsed, environment, read, builder => Extend(builder, requests)));
        using var widgets = new SiteWidgetRenderer(() => library.Value, options.WithCalendars);
        var report = new BuildReport(name => Show(Path.Combine(options.Site, name)));
        try
        {
            var files = FindFiles(read, report);
            var calendars = options.WithCalendars ? SiteCalendars.Create(library.Value, options, files, report) : null;
            var messages = new PageMessages(report, options.StylesheetPath, Show);
            var pages = new PageBuilder(options, widgets, report, messages);
            var builder = new SiteBuilder(options, pages, calendars, messages, new SecretFinder(read.Secrets), output, report);
            await BuildProgress.RunAsync(environment, files.Count, done => builder.RunAsync(files, done, cancellationToken));
            pages.ReportMissingTags();
        }
        finally
        {
            if (services is not null) await services.DisposeAsync();
        }

        if (options.IsForMSBuild) report.WriteDiagnostics(environment.Error, options.IsStrict);
        else report.WriteMessages(environment.Error);
        if (usesSandbox) await environment.Error.WriteLineAsync(ExampleSettings.Note);
        if (report.NamesSettings && environment.Settings is { } file) await environment.Error.WriteLineAsync(file.Description);
        var summary = report.Summary(options, widgets.Count, requests.Count, environment.Clock.GetElapsedTime(started), output);
        await parsed.InvocationConfiguration.Output.WriteLineAsync(summary);
        return report.Errors > 0 || (options.IsStrict && report.WithoutFreshData > 0) ? ExitCode.Failed : ExitCode.Done;
    }

    private SiteSettings ReadSettings()
    {
        // A build shows one state of the data, prefers old data to none, and can wait for the cache folder.
        KeyValuePair<string, string?>[] defaults =
        [
            new("Cache:FreshFor", "1.00:00:00"),
            new("Cache:StaleIfError", "30.00:00:00"),
            new("Cache:DistributedCacheTimeout", "00:00:05"),
        ];
        return settings.ReadSettings(parsed, environment, options.Site, defaults);
    }

    private void Extend(SessionsWidgetsBuilder builder, RequestCounter requests)
    {
        foreach (var upstream in (string[])[SocketsHandlerFactory.Name, SocketsHandlerFactory.GuestWifiName])
            builder.Services.AddHttpClient(upstream).AddHttpMessageHandler(requests.CreateHandler);
        if (options.CacheFolder is { } folder) builder.KeepLastGood(new FolderCache(folder, environment.Clock, options.IsDryRun));
    }

    private IReadOnlyList<SiteFile> FindFiles(SiteSettings read, BuildReport report)
    {
        var source = environment.Settings!;
        if (source.Ignored is { } ignored)
            report.AddShared(ignored, $"a settings file is not read, since {source.Path} comes first");
        var templates = read.Section[nameof(SessionsWidgetsOptions.Templates)];
        var own = new OwnFiles(
        [
            .. source.Candidates,
            .. ((string?[])[options.CacheFolder, templates is { Length: > 0 } ? environment.FullPath(templates) : null]).OfType<string>(),
        ]);
        var names = new PageNames(options.Included);
        var files = new SiteFiles(options.Site, own, names, report, Show).Find();
        foreach (var pattern in names.WithoutMatch([.. files.Select(file => file.Name)]))
            report.AddForSite($"--include \"{pattern}\" matches no file of the site.");
        return files;
    }

    private string Show(string path) => options.IsForMSBuild
        ? Path.TrimEndingDirectorySeparator(OriginalOf(path))
        : Path.GetRelativePath(environment.WorkingDirectory, OriginalOf(path));

    /// <summary>Gets the file that a file of the site was copied from, to change it there.</summary>
    private string OriginalOf(string path)
    {
        if (options.Source is null) return path;
        var original = Path.GetFullPath(Path.GetRelativePath(options.Site, path), options.Source);
        return File.Exists(path) && FileContent.AreSame(original, path) ? original : path;
    }

    private void CheckCacheFolder()
    {
        if (options.CacheFolder is not { } folder) return;
        var (cache, site, output) = (RealPath.Of(folder), RealPath.Of(options.Site), RealPath.Of(options.Output));
        if (RealPath.IsWithin(cache, output))
            throw new ParameterException(
                "--cache", folder, "it is in the output folder, and would be published with it: name another folder.");
        if (cache == site) throw new ParameterException("--cache", folder, "that is the site itself: name a folder of its own.");
    }
}
