using SessionsWidgets.Cli.Build.Again;
using SessionsWidgets.Cli.Build.Output;
using SessionsWidgets.Cli.Build.Pictures;
using SessionsWidgets.Cli.Build.Scan;
using SessionsWidgets.Cli.ExampleData;

namespace SessionsWidgets.Cli.Build;

/// <summary>One run of <c>sessions-widgets build</c>.</summary>
/// <param name="options">The options.</param>
/// <param name="services">What builds of the site share.</param>
/// <param name="environment">The environment.</param>
internal sealed class BuildRun(BuildOptions options, SiteServices services, CliEnvironment environment)
{
    private readonly SiteFolder _site = new(options, environment);
    private readonly long _started = environment.Clock.GetTimestamp();

    /// <summary>What is known of the last build; then, of this one. Null for nothing.</summary>
    public LastBuild? Last { get; set; }

    /// <summary>The number of files that were written; null where all were.</summary>
    public int? Written { get; private set; }

    /// <summary>Builds a site once, writes what there is to say, and gives the exit code.</summary>
    public static async Task<int> RunOnceAsync(
        BuildOptions options, SiteServicesSource source, CliEnvironment environment, TextWriter writer, CancellationToken cancellationToken)
    {
        new SiteFolder(options, environment).Check();
        await using var services = source.Create();
        var run = new BuildRun(options, services, environment);
        var report = await run.RunAsync(writer, cancellationToken);
        return report.Errors > 0 || (options.IsStrict && report.WithoutFreshData > 0) ? ExitCode.Failed : ExitCode.Done;
    }

    /// <summary>Builds the site, and writes what there is to say.</summary>
    /// <param name="writer">Receives the summary; null where the site is built again, to leave out what was said the first time.</param>
    /// <param name="cancellationToken">Interrupts the build.</param>
    public async Task<BuildReport> RunAsync(TextWriter? writer, CancellationToken cancellationToken)
    {
        using var output = options.IsDryRun ? null : OutputFolder.Open(options.Target!);
        environment.TryAbandon = output is null ? null : output.TryAbandon;
        var report = _site.CreateReport();
        var file = output is not null && options.CacheFolder is { } cache ? new LastBuildFile(cache, options) : null;
        Last ??= file?.Read();
        var again = output is not null && (file is not null || options.IsWatching)
            ? new RepeatedBuild(Last, Fingerprint(), services.Widgets, output.PathOf)
            : null;
        var files = _site.Find(services, report);
        services.Widgets.Begin();
        if (options.WithLocalPictures) SitePicture.CheckFolder(files);
        var calendars = options.WithCalendars ? SiteCalendars.Create(services.Library, options, files, report) : null;
        var pages = new PageBuilder(options, services.Widgets);
        var secrets = new SecretFinder(services.Settings.Secrets);
        var builder = new SiteBuilder(options, pages, services.Widgets, calendars, _site.CreateMessages(report), secrets, output, again);
        if (writer is null) await builder.RunAsync(files, static () => { }, cancellationToken);
        else await BuildProgress.RunAsync(environment, files.Count, done => builder.RunAsync(files, done, cancellationToken));
        Last = again?.Complete(output!.OpenSince);
        if (Last is not null) file?.Write(Last);
        Written = output?.Written;

        await WriteAsync(report, isFirst: writer is not null);
        if (writer is not null) await writer.WriteLineAsync(Summary(report, output));
        return report;
    }

    private ContentHash Fingerprint() =>
        BuildFingerprint.Of(options, services.Settings, environment.Program ?? BuildFingerprint.Program);

    private async Task WriteAsync(BuildReport report, bool isFirst)
    {
        if (options.IsForMSBuild) report.WriteDiagnostics(environment.Error, options.IsStrict);
        else report.WriteMessages(environment.Error);
        if (options.UsesSandbox && isFirst) await environment.Error.WriteLineAsync(ExampleSettings.Note);
        if (report.NamesSettings && environment.Settings is { } file) await environment.Error.WriteLineAsync(file.Description);
    }

    private string Summary(BuildReport report, OutputFolder? output) => report.Summary(
        options, services.Widgets.Count, services.Requests, environment.Clock.GetElapsedTime(_started), output);
}
