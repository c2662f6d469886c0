namespace SessionsWidgets.Cli.Watch;

/// <summary>Watches folders, and files by their folders, since editors replace files. Thread-safe.</summary>
internal sealed class FolderWatch(TimeProvider clock) : IDisposable
{
    private const int MaxPaths = 10_000;

    private readonly QuietPeriod _quiet = new(clock);
    private readonly Lock _lock = new();
    private readonly Dictionary<WatchedFolder, FileSystemWatcher> _watchers = [];
    private readonly HashSet<WatchedFolder> _lost = [];
    private HashSet<string> _paths = new(StringComparer.Ordinal);

    /// <summary>Watches these folders from now on, and no others.</summary>
    /// <exception cref="ParameterException">A folder cannot be watched.</exception>
    public void Watch(IReadOnlyList<WatchedFolder> folders)
    {
        List<WatchedFolder> lost;
        lock (_lock)
        {
            lost = [.. _lost];
            _lost.Clear();
        }

        foreach (var folder in _watchers.Keys.Except(folders).Union(lost).ToList())
        {
            if (_watchers.Remove(folder, out var watcher)) watcher.Dispose();
        }

        foreach (var folder in folders.Except(_watchers.Keys).ToList())
        {
            if (Start(folder) is { } watcher) _watchers.Add(folder, watcher);
        }
    }

    /// <summary>Waits until something in the folders has changed, and then nothing for a moment; or for the longest time.</summary>
    /// <returns>The paths that may have changed; there may be others.</returns>
    /// <exception cref="OperationCanceledException">The token was canceled.</exception>
    public async Task<IReadOnlySet<string>> WaitAsync(TimeSpan longest, CancellationToken cancellationToken)
    {
        await _quiet.WaitAsync(longest, cancellationToken);
        lock (_lock)
        {
            var paths = _paths;
            _paths = new HashSet<string>(StringComparer.Ordinal);
            return paths;
        }
    }

    public void Dispose()
    {
        foreach (var watcher in _watchers.Values) watcher.Dispose();
        _quiet.Dispose();
    }

    /// <returns>The watcher; null if the folder is gone: then the one above tells when it is back.</returns>
    private FileSystemWatcher? Start(WatchedFolder folder)
    {
        var watcher = new FileSystemWatcher(folder.Path)
        {
            IncludeSubdirectories = folder.Names is null,
            InternalBufferSize = 64 * 1024,
            NotifyFilter = NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.LastWrite | NotifyFilters.Size
                | NotifyFilters.CreationTime,
        };
        watcher.Changed += (_, change) => Note(folder, change.FullPath);
        watcher.Created += (_, change) => Note(folder, change.FullPath);
        watcher.Deleted += (_, change) => Note(folder, change.FullPath);
        watcher.Renamed += (_, change) =>
        {
            Note(folder, change.OldFullPath);
            Note(folder, change.FullPath);
        };
        // Too much has happened to be told one by one, or the folder is gone: it is looked at as a whole.
        watcher.Error += (_, _) => Lose(folder);
        try
        {
            watcher.EnableRaisingEvents = true;
            return watcher;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            watcher.Dispose();
            if (!Directory.Exists(folder.Path)) return null;
            throw new ParameterException(
                "SITE",
                folder.Path,
                $"it cannot be watched ({e.Message}): make it readable, or raise the system's limit on watched folders.");
        }
    }

    private void Lose(WatchedFolder folder)
    {
        lock (_lock) _lost.Add(folder);
        _quiet.Begin();
    }

    private void Note(WatchedFolder folder, string path)
    {
        if (!folder.Matters(path)) return;
        lock (_lock)
        {
            if (_paths.Count < MaxPaths) _paths.Add(path);
        }

        _quiet.Begin();
    }
}
