using SessionsWidgets.Cli.Build;

namespace SessionsWidgets.Cli.Watch;

/// <summary>A site that is worked on: tells what has changed, and has the services that fit. Not thread-safe.</summary>
internal sealed class WatchedSite : IAsyncDisposable
{
    private static readonly EnumerationOptions Everywhere = new()
    {
        RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint | FileAttributes.Hidden | FileAttributes.System,
    };

    private static readonly HashSet<string> NoHints = [];

    /// <summary>How often a site is looked for that is not there: the folders that would tell of it may be gone, too.</summary>
    private static readonly TimeSpan LookInterval = TimeSpan.FromMilliseconds(500);

    private readonly BuildOptions _options;
    private readonly SiteServicesSource _source;
    private readonly CliEnvironment _environment;
    private readonly SiteFolder _folder;
    private readonly FolderWatch _watch;
    private readonly TrackedFiles _settings = new();
    private readonly TrackedFiles _templates = new();
    private readonly TrackedFiles _files = new();
    private IReadOnlySet<string> _hints = NoHints;
    private string? _templateFolder;
    private bool _hasTemplateFolder;
    private SiteServices? _retired;

    public WatchedSite(BuildOptions options, SiteServicesSource source, CliEnvironment environment)
    {
        (_options, _source, _environment) = (options, source, environment);
        _folder = new SiteFolder(options, environment);
        _watch = new FolderWatch(environment.WaitingClock);
    }

    /// <summary>The services; null while the settings cannot be read.</summary>
    public SiteServices? Services { get; private set; }

    /// <summary>Why the settings cannot be read.</summary>
    public Exception? Failure { get; private set; }

    /// <summary>The files, in order.</summary>
    public IReadOnlyList<SiteFile> Files { get; private set; } = [];

    /// <summary>What there is to say of the files that were found, and of those that were not.</summary>
    public BuildReport FilesReport { get; private set; } = null!;

    /// <summary>Begins to watch the site, and takes it as it is now.</summary>
    /// <exception cref="ParameterException">The settings or the site cannot be read.</exception>
    public void Start()
    {
        Services = _source.Create();
        Watch();
        _settings.Update(_environment.Settings!.Candidates, NoHints);
        _ = FindChangedTemplates();
        _files.Update(FindFiles(), NoHints);
    }

    /// <summary>Waits until something has changed, and renews what depends on it.</summary>
    /// <exception cref="OperationCanceledException">The token was canceled.</exception>
    public async Task<SiteChange> NextAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            await WaitAsync(cancellationToken);
            if (await TakeAsync() is { } change) return change;
        }
    }

    /// <summary>Waits until something may have changed.</summary>
    /// <exception cref="OperationCanceledException">The token was canceled.</exception>
    public async Task WaitAsync(CancellationToken cancellationToken)
    {
        _hints = await _watch.WaitAsync(Failure is null ? Timeout.InfiniteTimeSpan : LookInterval, cancellationToken);
        await DisposeRetiredAsync();
    }

    /// <summary>Takes the site as it is now.</summary>
    /// <returns>What has changed; null for nothing.</returns>
    public async Task<SiteChange?> TakeAsync()
    {
        var (failure, templateFolder) = (Failure?.Message, _templateFolder);
        var settings = _settings.Update(_environment.Settings!.Candidates, _hints);
        if (settings.Count > 0) await RenewAsync();
        IReadOnlyList<string> templates = [];
        IReadOnlyList<string> files = [];
        try
        {
            Watch();
            templates = FindChangedTemplates();
            if (templates.Count > 0 && settings.Count == 0) Services?.RenewTemplates();
            if (Services is not null)
            {
                files = _files.Update(FindFiles(), _hints);
                Failure = null;
            }
        }
        catch (Exception e) when (e is ParameterException or IOException or UnauthorizedAccessException)
        {
            // A folder is gone, perhaps for a moment.
            Failure = e;
        }

        // Where the settings name another folder, they are what has changed.
        IReadOnlyList<string> changed = [.. settings, .. templateFolder == _templateFolder ? templates : [], .. files];
        if (changed.Count == 0 && failure == Failure?.Message) return null;
        if (changed.Count == 0) changed = [_options.Site];
        return new SiteChange(
            settings.Count > 0, templates.Count > 0, files.ToHashSet(StringComparer.Ordinal), [.. changed.Select(_folder.Show)]);
    }

    public async ValueTask DisposeAsync()
    {
        _watch.Dispose();
        await DisposeRetiredAsync();
        if (Services is not null) await Services.DisposeAsync();
    }

    private async Task DisposeRetiredAsync()
    {
        if (_retired is not null) await _retired.DisposeAsync();
        _retired = null;
    }

    private async Task RenewAsync()
    {
        await DisposeRetiredAsync();
        // Pages that are asked for meanwhile are still made with those before.
        (_retired, Services) = (Services, null);
        try
        {
            Services = _source.Create();
        }
        catch (ParameterException e)
        {
            Failure = e;
        }
    }

    private void Watch()
    {
        // Settings that cannot be read say nothing of the folder.
        if (Services is not null) _templateFolder = Services.TemplateFolder;
        _watch.Watch(WatchedFolder.Of(
            ((string?[])[_options.Site, _templateFolder]).OfType<string>(), _environment.Settings!.Candidates));
    }

    /// <summary>Finds templates and texts that have changed, and their folder if it has come or gone.</summary>
    private IReadOnlyList<string> FindChangedTemplates()
    {
        var had = _hasTemplateFolder;
        _hasTemplateFolder = Directory.Exists(_templateFolder);
        var changed = _templates.Update(TemplatePaths(), _hints);
        return had == _hasTemplateFolder || _templateFolder is null ? changed : [_templateFolder, .. changed];
    }

    private IEnumerable<string> TemplatePaths() =>
        _hasTemplateFolder
            ? Directory.EnumerateFiles(_templateFolder!, "*", Everywhere)
                .Where(static path => Path.GetExtension(path) is ".liquid" or ".json")
            : [];

    private IEnumerable<string> FindFiles()
    {
        FilesReport = _folder.CreateReport();
        Files = _folder.Find(Services!, FilesReport);
        return Files.SelectMany(static file => file.Twins.Prepend(file)).Select(static file => file.Path);
    }
}

/// <summary>What has changed.</summary>
/// <param name="Settings">Whether the settings have: all that was known of the site is known no more.</param>
/// <param name="Templates">Whether templates or texts have.</param>
/// <param name="Files">The full paths of the files that are new, gone, or have another content.</param>
/// <param name="Names">The files, as messages show them.</param>
internal sealed record SiteChange(bool Settings, bool Templates, IReadOnlySet<string> Files, IReadOnlyList<string> Names)
{
    private const int MaxNamed = 3;

    /// <summary>Names files in a line.</summary>
    public static string Describe(IEnumerable<string> names)
    {
        var all = names.Distinct().ToList();
        return all.Count > MaxNamed
            ? $"{string.Join(", ", all.Take(MaxNamed))} and {all.Count - MaxNamed} more"
            : string.Join(", ", all);
    }
}
