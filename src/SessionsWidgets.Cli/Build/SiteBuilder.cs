using SessionsWidgets.Cli.Build.Html;
using SessionsWidgets.Cli.Build.Output;
using SessionsWidgets.Cli.Build.Scan;

namespace SessionsWidgets.Cli.Build;

/// <summary>Builds all files of a site.</summary>
/// <param name="options">The options of the build.</param>
/// <param name="pages">Builds the pages.</param>
/// <param name="calendars">The calendars to write; null for none.</param>
/// <param name="messages">Reports what is wrong in files.</param>
/// <param name="secrets">What must not be published.</param>
/// <param name="output">The output folder; null when nothing is written.</param>
/// <param name="report">Receives what is done and what is wrong.</param>
internal sealed class SiteBuilder(
    BuildOptions options, PageBuilder pages, SiteCalendars? calendars, PageMessages messages, SecretFinder secrets, OutputFolder? output,
    BuildReport report)
{
    /// <summary>The number of parallel files. More than processors, since some wait for upstream.</summary>
    private static readonly int Workers = Math.Max(4, Environment.ProcessorCount);

    private readonly TextScan _scan = new(secrets, PageBuilder.TagText);
    private readonly HashLists _hashLists = new(report);
    private int _next = -1;

    public async Task RunAsync(IReadOnlyList<SiteFile> files, Action fileDone, CancellationToken cancellationToken)
    {
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var workers = new Task[Math.Min(Workers, files.Count)];
        for (var i = 0; i < workers.Length; i++)
            workers[i] = Task.Run(() => WorkAsync(files, fileDone, stopping, cancellationToken), CancellationToken.None);
        await Task.WhenAll(workers);
        _hashLists.Report();
        if (calendars is not null) await calendars.WriteAsync(output, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        if (!files.Any(f => f.Name == options.StylesheetPath)) output?.Write(options.StylesheetPath, BuiltInTemplates.Stylesheet.Span);
        output?.Finish();
    }

    private async Task WorkAsync(
        IReadOnlyList<SiteFile> files, Action fileDone, CancellationTokenSource stopping, CancellationToken cancellationToken)
    {
        var (page, built) = (new PageContent(), new PageContent());
        try
        {
            while (Interlocked.Increment(ref _next) is var index && index < files.Count)
            {
                stopping.Token.ThrowIfCancellationRequested();
                var file = files[index];
                if (file.IsPage) await BuildPageAsync(file, page, built, stopping.Token);
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

    private async ValueTask BuildPageAsync(SiteFile file, PageContent page, PageContent built, CancellationToken cancellationToken)
    {
        if (!TryRead(file, () => page.Read(file.Path))) return;
        if (secrets.Find(page.Written.Span) is var (position, setting))
        {
            report.AddPage(0);
            var problem = new PageProblem(position, SecretFinder.MessageOf(setting), IsError: true);
            messages.Add(file, page.Written.Span, problem, PageEncoding.Detect(page.Written.Span));
            return;
        }

        if (await pages.BuildAsync(file, page.Written, built, cancellationToken) is not { } content) return;
        output?.Write(file.Name, content.Span);
        var hasChanged = !content.Equals(page.Written);
        if (hasChanged) _hashLists.AddChanged(file);
        foreach (var twin in file.Twins)
        {
            if (hasChanged) Compress(twin, content.Span);
            else Copy(twin);
        }
    }

    private void Compress(SiteFile twin, ReadOnlySpan<byte> page)
    {
        if (CompressedTwins.Compress(twin, page) is not { } compressed)
        {
            report.AddShared(
                twin.Name, "compressed copies that hold pages without their widgets are left out: compress the output instead");
            return;
        }

        report.AddOtherFile();
        output?.Write(twin.Name, compressed);
    }

    private void Copy(SiteFile file)
    {
        TextFindings findings = default;
        if (!TryRead(file, () => findings = _scan.Read(file.Path))) return;
        if (findings.Secret is var (at, setting))
        {
            var (line, column) = TextScan.PlaceOf(file.Path, at);
            messages.AddError(file, line, column, SecretFinder.MessageOf(setting));
            return;
        }

        if (findings.Tag is var (position, name)) WarnOfTag(file, position, name);
        _hashLists.Add(file);
        if (TryRead(file, () => output?.Copy(file.Name, file.Path))) report.AddOtherFile();
    }

    private void WarnOfTag(SiteFile file, long position, string name)
    {
        var (line, column) = TextScan.PlaceOf(file.Path, position);
        var extension = Path.GetExtension(file.Name);
        var pattern = extension.Length == 0 ? file.Name : $"*{extension}";
        report.AddSharedAt(
            file.Name,
            line,
            column,
            $"<{name}> stands in a file that is no page, and stays there as it is. If the file is a page, give --include \"{pattern}\". "
            + "If it is a feed or a search index, keep widgets out of the text that your generator puts into it.");
    }

    /// <summary>Reads a file of the site; reports it if it cannot be read.</summary>
    private bool TryRead(SiteFile file, Action read)
    {
        try
        {
            read();
            return true;
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException && !File.Exists(file.Path))
        {
            report.AddShared(file.Name, "files that vanished while the site was built are left out");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException && !CanRead(file))
        {
            messages.AddError(file, $"the file cannot be read ({e.Message}): make it readable, or move it out of the site.");
        }

        return false;
    }

    /// <summary>Whether a failure is not that of the file, but of the output.</summary>
    private static bool CanRead(SiteFile file)
    {
        try
        {
            using var opened = File.OpenHandle(file.Path);
            return RandomAccess.Read(opened, new byte[1], 0) >= 0;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
