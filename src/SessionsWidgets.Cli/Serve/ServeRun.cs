using System.Globalization;
using Microsoft.Extensions.Options;
using SessionsWidgets.Cli.Build;
using SessionsWidgets.Cli.ExampleData;
using SessionsWidgets.Cli.Watch;

namespace SessionsWidgets.Cli.Serve;

/// <summary>One run of <c>sessions-widgets serve</c>.</summary>
internal sealed class ServeRun(BuildOptions options, SiteServicesSource source, CliEnvironment environment, TextWriter writer)
{
    private readonly ServedSite _site = new(options, environment);

    /// <summary>The names of the pages that are still to be checked.</summary>
    private readonly HashSet<string> _unchecked = new(StringComparer.Ordinal);

    /// <summary>What has changed, and has not been told of.</summary>
    private readonly List<string> _changed = [];

    /// <summary>Runs until it is interrupted.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async Task<int> RunAsync(int port, bool opensBrowser, CancellationToken cancellationToken)
    {
        var started = environment.WaitingClock.GetTimestamp();
        new SiteFolder(options, environment).Check();
        await using var watched = new WatchedSite(options, source, environment);
        await using var server = await SiteServer.StartAsync(
            port, new LocalRequests(new SiteRequests(_site).RespondAsync, environment.Error));
        watched.Start();
        var report = await _site.LoadAsync(watched, cancellationToken);
        var site = await _site.GetAsync(cancellationToken);
        report.Include(await CheckAsync([.. site.Files.Values.OfType<ServedPage>()], cancellationToken));
        await WriteAsync(report);
        if (options.UsesSandbox) await environment.Error.WriteLineAsync(ExampleSettings.Note);
        var time = environment.WaitingClock.GetElapsedTime(started);
        var counts = report.Counts(options, watched.Services!.Widgets.Count, watched.Services.Requests, time);
        await SayAsync($"{(report.Errors > 0 ? "Built with errors" : "Built")}: {counts}.{report.LeftOut()}");
        await SayAsync($"Serving {options.Site} at {server.Url}. Press Ctrl+C to stop.");
        if (opensBrowser) await BrowserWindow.OpenAsync(server.Url, environment.Error);
        await FollowAsync(watched, cancellationToken);
        return ExitCode.Done;
    }

    private async Task FollowAsync(WatchedSite watched, CancellationToken cancellationToken)
    {
        var next = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var wait = WaitAsync(watched, next, cancellationToken);
        while (true)
        {
            await wait;
            next.Dispose();
            var change = await watched.TakeAsync();
            // The next change interrupts the check of what this one did.
            next = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            wait = WaitAsync(watched, next, cancellationToken);
            if (change is null && _unchecked.Count == 0) continue;
            try
            {
                await TakeAsync(watched, change, next.Token, cancellationToken);
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                // What is not checked yet is checked with what comes next.
            }
            catch (Exception e) when (e is SessionsWidgetsException or OptionsValidationException)
            {
                await FailAsync(e);
            }
        }
    }

    private static async Task WaitAsync(WatchedSite watched, CancellationTokenSource next, CancellationToken cancellationToken)
    {
        await watched.WaitAsync(cancellationToken);
        await next.CancelAsync();
    }

    private async Task TakeAsync(
        WatchedSite watched, SiteChange? change, CancellationToken interrupted, CancellationToken cancellationToken)
    {
        var started = environment.WaitingClock.GetTimestamp();
        var report = new SiteFolder(options, environment).CreateReport();
        if (change is not null)
        {
            _changed.AddRange(change.Names);
            if (watched.Failure is { } failure)
            {
                await FailAsync(failure);
                return;
            }

            var (pages, others) = await _site.ApplyAsync(watched, change, cancellationToken);
            report.Include(others);
            _unchecked.UnionWith(pages);
        }

        var site = await _site.GetAsync(cancellationToken);
        var built = _unchecked.Select(name => site.Files.GetValueOrDefault(name)).OfType<ServedPage>().ToList();
        report.Include(await CheckAsync(built, interrupted));
        _unchecked.Clear();
        await WriteAsync(report);
        var time = environment.WaitingClock.GetElapsedTime(started).TotalSeconds;
        var errors = report.Errors > 0 ? $", {BuildReport.Count(report.Errors, "error")}" : "";
        await SayAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"{TakeNames()} changed: {BuildReport.Count(built.Count, "page")} built{errors}, {time:0.00} s."));
    }

    private async Task FailAsync(Exception failure)
    {
        var message = failure.Message;
        if (SettingsSource.AreNamedIn(message) && environment.Settings is { } file) message += $"\n{file.Description}";
        _site.Fail(message);
        await environment.Error.WriteLineAsync($"sessions-widgets: {message}");
        await SayAsync($"{TakeNames()} changed: the site cannot be built, because of an error.");
    }

    /// <summary>Builds pages for what there is to say of them.</summary>
    private async Task<BuildReport> CheckAsync(IReadOnlyList<ServedPage> pages, CancellationToken cancellationToken)
    {
        var site = await _site.GetAsync(cancellationToken);
        var report = new SiteFolder(options, environment).CreateReport();
        await Workers.RunAsync(
            pages,
            static () => new PageContent(),
            async (page, room, token) => report.Include((await _site.BuildAsync(site, page, room, token)).Report),
            cancellationToken);
        return report;
    }

    private async Task WriteAsync(BuildReport report)
    {
        report.WriteMessages(environment.Error);
        if (report.NamesSettings && environment.Settings is { } file) await environment.Error.WriteLineAsync(file.Description);
    }

    private string TakeNames()
    {
        var names = SiteChange.Describe(_changed);
        _changed.Clear();
        return names;
    }

    private async Task SayAsync(string line)
    {
        await writer.WriteLineAsync(line);
        await writer.FlushAsync();
    }
}
