using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using SessionsWidgets.Cli.Build;
using SessionsWidgets.Cli.Build.Again;
using SessionsWidgets.Cli.Build.Output;
using SessionsWidgets.Cli.Build.Scan;
using SessionsWidgets.Cli.Watch;

namespace SessionsWidgets.Cli.Serve;

/// <summary>The site in memory: its pages as they are written, which get their widgets when they are asked for. Thread-safe.</summary>
internal sealed class ServedSite
{
    private readonly BuildOptions _options;
    private readonly SiteFolder _folder;
    private readonly string _realSite;
    private readonly TaskCompletionSource _loaded = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile SiteSnapshot? _now;
    private int _version;

    public ServedSite(BuildOptions options, CliEnvironment environment)
    {
        (_options, _folder, _realSite) = (options, new SiteFolder(options, environment), RealPath.Of(options.Site));
    }

    /// <summary>Ends when the site becomes another than it is now.</summary>
    public Task Changed => _changed.Task;

    /// <summary>The site as it is; waits until it is read for the first time.</summary>
    /// <exception cref="OperationCanceledException">The token was canceled.</exception>
    public async ValueTask<SiteSnapshot> GetAsync(CancellationToken cancellationToken)
    {
        if (_now is null) await _loaded.Task.WaitAsync(cancellationToken);
        return _now!;
    }

    /// <summary>Reads all of the site.</summary>
    /// <returns>What there is to say of files that are no pages.</returns>
    /// <exception cref="ParameterException">A setting or an option cannot be used.</exception>
    public async Task<BuildReport> LoadAsync(WatchedSite site, CancellationToken cancellationToken)
    {
        var services = site.Services!;
        var report = site.FilesReport;
        var files = new ConcurrentDictionary<string, ServedFile>(StringComparer.Ordinal);
        var check = new FileCheck(new SecretFinder(services.Settings.Secrets));
        var version = Interlocked.Increment(ref _version);
        await Workers.RunAsync(
            site.Files,
            static () => new PageContent(),
            (file, room, _) =>
            {
                files[file.Name] = Read(file, check, room, version);
                return ValueTask.CompletedTask;
            },
            cancellationToken);
        var written = new MemoryOutput();
        if (_options.WithCalendars)
            await SiteCalendars.Create(services.Library, _options, site.Files, report).WriteAsync(written, cancellationToken);
        if (!files.ContainsKey(_options.StylesheetPath)) written.Write(_options.StylesheetPath, BuiltInTemplates.Stylesheet.Span);
        foreach (var (name, content) in written.Files) files[name] = new ServedContent(name, version, _folder.CreateReport(), content);
        foreach (var asset in files.Values.OfType<ServedAsset>()) report.Include(asset.Report);
        var missing = new MissingTags(PageBuilder.TagText);
        foreach (var source in files.Values.OfType<ServedPage>().Select(static page => page.Source).OfType<SourcePage>())
            missing.See(source.File.Name, source.Bytes.Span, source.Found);
        missing.Report(report);
        Become(new SiteSnapshot
        {
            Files = files,
            Check = check,
            Pages = new PageBuilder(_options, services.Widgets),
            Pictures = services.Pictures,
            WidgetsVersion = version,
            AssetsVersion = version,
        });
        _loaded.TrySetResult();
        return report;
    }

    /// <summary>Takes in what has changed.</summary>
    /// <returns>The names of the pages that have become others, and what there is to say of files that are no pages.</returns>
    /// <exception cref="ParameterException">A setting or an option cannot be used.</exception>
    public async Task<(IReadOnlySet<string> Pages, BuildReport Report)> ApplyAsync(
        WatchedSite site, SiteChange change, CancellationToken cancellationToken)
    {
        var now = _now!;
        if (change.Settings || now.Failure is not null)
        {
            var all = await LoadAsync(site, cancellationToken);
            return (_now!.Files.Values.OfType<ServedPage>().Select(static page => page.Name).ToHashSet(), all);
        }

        site.Services!.Widgets.Begin();
        var version = Interlocked.Increment(ref _version);
        var report = _folder.CreateReport();
        var files = now.Files.Values.OfType<ServedContent>().ToDictionary<ServedContent, string, ServedFile>(
            static file => file.Name, static file => file, StringComparer.Ordinal);
        var changed = new HashSet<string>(StringComparer.Ordinal);
        var hasOthers = false;
        foreach (var file in site.Files)
        {
            if (!change.Files.Contains(file.Path) && now.Files.GetValueOrDefault(file.Name) is { } same and not ServedContent)
            {
                files[file.Name] = same;
                continue;
            }

            var read = Read(file, now.Check, new PageContent(), version);
            files[file.Name] = read;
            if (read is ServedPage) changed.Add(file.Name);
            else report.Include(read.Report);
            hasOthers |= read is not ServedPage;
        }

        hasOthers |= now.Files.Values.Any(file => file is ServedAsset && !files.ContainsKey(file.Name));
        if (!files.ContainsKey(_options.StylesheetPath))
            files[_options.StylesheetPath] = new ServedContent(
                _options.StylesheetPath, version, _folder.CreateReport(), BuiltInTemplates.Stylesheet.ToArray());
        if (change.Templates)
            changed.UnionWith(files.Values.OfType<ServedPage>().Where(static page => page.HasWidgets).Select(static page => page.Name));
        Become(now with
        {
            Files = files,
            Pages = change.Templates ? new PageBuilder(_options, site.Services.Widgets) : now.Pages,
            WidgetsVersion = change.Templates ? version : now.WidgetsVersion,
            AssetsVersion = hasOthers ? version : now.AssetsVersion,
        });
        return (changed, report);
    }

    /// <summary>Shows why nothing can be built, until something changes.</summary>
    public void Fail(string message)
    {
        var version = Interlocked.Increment(ref _version);
        Become(_now! with { Pages = null, Failure = message, WidgetsVersion = version });
    }

    /// <summary>Builds a page.</summary>
    /// <returns>The page, if it has no errors, and what there is to say of it.</returns>
    public async ValueTask<(ReadOnlyMemory<byte>? Content, BuildReport Report)> BuildAsync(
        SiteSnapshot site, ServedPage page, PageContent built, CancellationToken cancellationToken)
    {
        var report = _folder.CreateReport();
        report.Include(page.Report);
        if (page.Source is null || site.Pages is null) return (null, report);
        var messages = _folder.CreateMessages(report);
        try
        {
            return ((await site.Pages.BuildAsync(page.Source, built, messages, cancellationToken))?.Content, report);
        }
        catch (Exception e) when (e is SessionsWidgetsException or OptionsValidationException)
        {
            messages.AddError(page.File, e.Message);
            return (null, report);
        }
    }

    /// <summary>Gets what stands in the way of showing a file that is no page, as it is on the disk now.</summary>
    public BuildReport CheckAsset(SiteSnapshot site, ServedAsset asset)
    {
        var file = asset.File;
        var report = asset.Report;
        if (FileStamp.Of(file.Path) != asset.Stamp)
        {
            // It has changed, and nobody has told yet.
            report = _folder.CreateReport();
            site.Check.TryScan(file, _folder.CreateMessages(report));
        }

        if (!RealPath.IsWithin(RealPath.Of(file.Path), _realSite))
        {
            report = _folder.CreateReport();
            _folder.CreateMessages(report).AddError(file, "it is a link that leads out of the site: put a copy of the file there.");
        }

        return report;
    }

    private void Become(SiteSnapshot site)
    {
        _now = site;
        var changed = _changed;
        _changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        changed.SetResult();
    }

    private ServedFile Read(SiteFile file, FileCheck check, PageContent room, int version)
    {
        var report = _folder.CreateReport();
        var messages = _folder.CreateMessages(report);
        if (!file.IsPage)
        {
            var stamp = FileStamp.Of(file.Path);
            if (check.TryScan(file, messages)) report.AddOtherFile();
            return new ServedAsset(file, version, report, stamp);
        }

        var isRead = check.TryReadPage(file, room, messages);
        var source = isRead ? PageBuilder.Read(file, room.Written.ToArray(), messages) : null;
        return new ServedPage(file, version, report, source);
    }
}
