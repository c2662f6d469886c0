namespace SessionsWidgets.Cli.Build;

/// <summary>Builds all files of a site.</summary>
internal sealed class SiteBuilder(
    BuildOptions options, PageBuilder pages, SiteCalendars? calendars, OutputFolder output, BuildReport report)
{
    /// <summary>The number of parallel files. More than processors, since some wait for upstream.</summary>
    private static readonly int Workers = Math.Max(4, Environment.ProcessorCount);

    private int _next = -1;

    public async Task RunAsync(IReadOnlyList<SiteFile> files, Action fileDone, CancellationToken cancellationToken)
    {
        if (!options.IsDryRun) output.Begin();
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        // Dedicated threads, since they mostly wait.
        var workers = new Task[Math.Min(Workers, files.Count)];
        for (var i = 0; i < workers.Length; i++)
            workers[i] = Task.Factory.StartNew(
                () => Work(files, fileDone, stopping, cancellationToken),
                CancellationToken.None,
                TaskCreationOptions.LongRunning,
                TaskScheduler.Default);
        await Task.WhenAll(workers);
        if (calendars is not null) await calendars.WriteAsync(output, cancellationToken);
        if (options.IsDryRun) return;
        if (!files.Any(f => f.Name == options.StylesheetPath)) output.Write(options.StylesheetPath, BuiltInTemplates.Stylesheet.Span);
        output.Finish();
    }

    private void Work(IReadOnlyList<SiteFile> files, Action fileDone, CancellationTokenSource stopping, CancellationToken cancellationToken)
    {
        var (page, built) = (new PageContent(), new PageContent());
        try
        {
            while (Interlocked.Increment(ref _next) is var index && index < files.Count)
            {
                stopping.Token.ThrowIfCancellationRequested();
                var file = files[index];
                if (file.IsPage) BuildPage(file, page, built, stopping.Token);
                else Copy(file);
                fileDone();
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            // Another worker failed and reports it.
        }
        catch
        {
            // The others would fail in the same way, file after file.
            stopping.Cancel();
            throw;
        }
    }

    private void BuildPage(SiteFile file, PageContent page, PageContent built, CancellationToken cancellationToken)
    {
        page.Read(file.Path);
        if (pages.Build(file, page.Written, built, cancellationToken) is { } content && !options.IsDryRun)
            output.Write(file.Name, content.Span);
    }

    private void Copy(SiteFile file)
    {
        report.AddOtherFile();
        if (!options.IsDryRun) output.Copy(file.Name, file.Path);
    }
}
