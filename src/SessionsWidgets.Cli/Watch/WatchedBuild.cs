using System.Globalization;
using Microsoft.Extensions.Options;
using SessionsWidgets.Cli.Build;
using SessionsWidgets.Cli.Build.Again;

namespace SessionsWidgets.Cli.Watch;

/// <summary><c>sessions-widgets build --watch</c>: builds, and builds again what changes.</summary>
internal sealed class WatchedBuild(BuildOptions options, SiteServicesSource source, CliEnvironment environment, TextWriter writer)
{
    private LastBuild? _last;

    /// <summary>Runs until it is interrupted.</summary>
    /// <exception cref="OperationCanceledException">The token was canceled.</exception>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        new SiteFolder(options, environment).Check();
        await using var site = new WatchedSite(options, source, environment);
        site.Start();
        await BuildAsync(site, writer, cancellationToken);
        await SayAsync($"Watching {options.Site}. Press Ctrl+C to stop.");
        while (true)
        {
            var change = await site.NextAsync(cancellationToken);
            var names = SiteChange.Describe(change.Names);
            var started = environment.WaitingClock.GetTimestamp();
            try
            {
                var (run, report) = await BuildAsync(site, null, cancellationToken);
                var time = environment.WaitingClock.GetElapsedTime(started).TotalSeconds;
                var done = options.IsDryRun ? "nothing was written" : run.Written is { } files
                    ? $"{BuildReport.Count(files, "file")} written"
                    : "all files written";
                var errors = report.Errors > 0 ? $", {BuildReport.Count(report.Errors, "error")}" : "";
                await SayAsync(string.Create(CultureInfo.InvariantCulture, $"{names} changed: {done}{errors}, {time:0.00} s."));
            }
            catch (Exception e) when (
                e is SessionsWidgetsException or OptionsValidationException or IOException or UnauthorizedAccessException
                && !cancellationToken.IsCancellationRequested)
            {
                await environment.Error.WriteLineAsync($"sessions-widgets: {e.Message}");
                await SayAsync($"{names} changed: nothing was written, because of an error.");
            }
        }
    }

    private async Task<(BuildRun Run, BuildReport Report)> BuildAsync(
        WatchedSite site, TextWriter? summary, CancellationToken cancellationToken)
    {
        if (site.Failure is { } failure) throw failure;
        try
        {
            var run = new BuildRun(options, site.Services!, environment) { Last = _last };
            var report = await run.RunAsync(summary, cancellationToken);
            _last = run.Last;
            return (run, report);
        }
        finally
        {
            // Nothing is under way any more.
            environment.TryAbandon = null;
        }
    }

    private async Task SayAsync(string line)
    {
        await writer.WriteLineAsync(line);
        await writer.FlushAsync();
    }
}
