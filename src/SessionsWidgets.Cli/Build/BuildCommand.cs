using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using SessionsWidgets.Cli.ExampleData;
using SessionsWidgets.Cli.Usage;

namespace SessionsWidgets.Cli.Build;

/// <summary><c>sessions-widgets build SITE --output DIR</c>: copies a site with widgets in its pages.</summary>
internal static class BuildCommand
{
    public static Command Create(CliEnvironment environment)
    {
        var site = new Argument<string>("SITE") { Description = "The folder of the site: HTML pages and whatever belongs to them." };
        var output = new Option<string>("--output")
        {
            Description = "The folder to write to. Not the site, nor in it.", HelpName = "DIR", Required = true,
        };
        var css = new Option<string>("--css")
        {
            Description = "Where the stylesheet goes, below the output folder.",
            HelpName = "PATH",
            DefaultValueFactory = _ => "sessions-widgets.css",
        };
        var cache = new Option<string?>("--cache")
        {
            Description = "Keep the last good data in this folder, for builds while the API is down.", HelpName = "DIR",
        };
        var calendar = new Option<bool>("--calendar")
        {
            Description = "Write events.ics, the upcoming events to subscribe to, and NAME/events.ics for each named business.",
        };
        var keepParagraphs = new Option<bool>("--keep-paragraphs")
        {
            Description = "Leave paragraphs that hold nothing but widgets around them, as Markdown makes them.",
        };
        var dryRun = new Option<bool>("--dry-run") { Description = "Do everything but write." };
        var strict = new Option<bool>("--strict") { Description = "Exit with 1 when a widget has no fresh data." };
        var force = new Option<bool>("--force") { Description = "Write into the output folder although it holds other files." };
        var settings = new SiteOptions();
        var command = new DocumentedCommand(
            "build",
            "Build a static site: copy it, with widgets in place of their tags.",
            "sessions-widgets build site --output dist",
            "sessions-widgets build site --output dist --cache .cache --strict",
            "sessions-widgets build site --output dist --config staging.json --dry-run")
        {
            site, output, css, cache, calendar, keepParagraphs, dryRun, strict, force,
        };
        settings.AddTo(command, withSandbox: true);
        command.SetAction((parsed, cancellationToken) =>
        {
            var options = new BuildOptions
            {
                Site = environment.FullPath(parsed.GetValue(site)!),
                Output = environment.FullPath(parsed.GetValue(output)!),
                StylesheetPath = ReadStylesheetPath(parsed.GetValue(css)!),
                CacheFolder = parsed.GetValue(cache) is { } folder ? environment.FullPath(folder) : null,
                WithCalendars = parsed.GetValue(calendar),
                KeepsParagraphs = parsed.GetValue(keepParagraphs),
                IsDryRun = parsed.GetValue(dryRun),
                IsStrict = parsed.GetValue(strict),
                IsForced = parsed.GetValue(force),
            };
            return RunAsync(options, settings, parsed, environment, cancellationToken);
        });
        return command;
    }

    private static async Task<int> RunAsync(
        BuildOptions options, SiteOptions settings, ParseResult parsed, CliEnvironment environment, CancellationToken cancellationToken)
    {
        var started = environment.Clock.GetTimestamp();
        if (!Directory.Exists(options.Site)) throw new ParameterException("SITE", options.Site, "there is no such folder.");
        var outputFolder = OutputFolder.Open(options);
        CheckCacheFolder(options);
        var usesSandbox = settings.UsesSandbox(parsed);
        if (usesSandbox && options.CacheFolder is { } kept)
            throw new ParameterException("--cache", kept, "example data (--sandbox) is not kept: leave one of the two options out.");

        var requests = new RequestCounter();
        ServiceProvider? services = null;
        var library = new Lazy<IServiceProvider>(
            () => services = CreateServices(options, settings, parsed, environment, requests));
        using var widgets = new SiteWidgetRenderer(() => library.Value, options.WithCalendars);
        var report = new BuildReport(name => Show(Path.Combine(options.Site, name)));
        try
        {
            var linkedFolders = new List<string>();
            var source = settings.FindSource(parsed, environment, options.Site);
            string[] skipped = options.CacheFolder is { } cache ? [.. source.Candidates, cache] : [.. source.Candidates];
            var files = SiteFiles.Find(options.Site, skipped, linkedFolders);
            if (source.Ignored is { } ignored)
                report.AddShared(ignored, $"a settings file is not read, since {source.Path} comes first");
            foreach (var folder in linkedFolders) report.AddShared(folder, "folders that are links are left out");
            var calendars = options.WithCalendars ? SiteCalendars.Create(library.Value, options, files, report) : null;
            var pages = new PageBuilder(options, widgets, report, Show);
            var builder = new SiteBuilder(options, pages, calendars, outputFolder, report);
            await BuildProgress.RunAsync(environment, files.Count, done => builder.RunAsync(files, done, cancellationToken));
            pages.ReportMissingTags();
        }
        finally
        {
            if (services is not null) await services.DisposeAsync();
        }

        report.WriteMessages(environment.Error);
        if (usesSandbox) await environment.Error.WriteLineAsync(ExampleSettings.Note);
        if (report.NamesSettings && environment.Settings is { } read) await environment.Error.WriteLineAsync(read.Description);
        var summary = report.Summary(options, widgets.Count, requests.Count, environment.Clock.GetElapsedTime(started), options.Output);
        await parsed.InvocationConfiguration.Output.WriteLineAsync(summary);
        return report.Errors > 0 || (options.IsStrict && report.WithoutFreshData > 0) ? ExitCode.Failed : ExitCode.Done;

        string Show(string path) => Path.GetRelativePath(environment.WorkingDirectory, path);
    }

    private static ServiceProvider CreateServices(
        BuildOptions options, SiteOptions settings, ParseResult parsed, CliEnvironment environment, RequestCounter requests)
    {
        // A build shows one state of the data, prefers old data to none, and can wait for the cache folder.
        KeyValuePair<string, string?>[] defaults =
        [
            new("Cache:FreshFor", "1.00:00:00"),
            new("Cache:StaleIfError", "30.00:00:00"),
            new("Cache:DistributedCacheTimeout", "00:00:05"),
        ];
        return settings.CreateServices(parsed, environment, options.Site, defaults, builder =>
        {
            foreach (var upstream in (string[])[SocketsHandlerFactory.Name, SocketsHandlerFactory.GuestWifiName])
                builder.Services.AddHttpClient(upstream).AddHttpMessageHandler(requests.CreateHandler);
            if (options.CacheFolder is { } folder) builder.KeepLastGood(new FolderCache(folder, environment.Clock, options.IsDryRun));
        });
    }

    private static string ReadStylesheetPath(string path)
    {
        var name = path.Replace('\\', '/').Trim('/');
        var isBelow = name.Length > 0 && !Path.IsPathRooted(path) && name.Split('/').All(part => part is not ("" or "." or ".."));
        return isBelow
            ? name
            : throw new ParameterException(
                "--css", path, "it must be the name of a file below the output folder, such as 'css/sessions-widgets.css'.");
    }

    private static void CheckCacheFolder(BuildOptions options)
    {
        if (options.CacheFolder is not { } folder) return;
        var (cache, site, output) = (RealPath.Of(folder), RealPath.Of(options.Site), RealPath.Of(options.Output));
        if (RealPath.IsWithin(cache, output))
            throw new ParameterException(
                "--cache", folder, "it is in the output folder, and would be published with it: name another folder.");
        if (cache == site) throw new ParameterException("--cache", folder, "that is the site itself: name a folder of its own.");
    }
}
