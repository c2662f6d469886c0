namespace SessionsWidgets.Cli.Build.Output;

/// <summary>
/// The output folder, and the lock on it. All files are written into a temporary folder and come into their places at the end. Thread-safe.
/// </summary>
internal sealed class OutputFolder : IBuildOutput, IDisposable
{
    private readonly string _path;
    private readonly string _command;
    private readonly bool _isNew;
    private readonly OutputLock _lock;
    private readonly string _temporary;
    private readonly HashSet<string> _folders = new(StringComparer.Ordinal);
    private readonly List<string> _written = [];
    private readonly Lock _writing = new();
    private readonly Lock _finishing = new();
    private int _unchanged;
    private int _passedOver;
    private bool _isFinished;

    private OutputFolder(string path, string command, bool isNew, OutputLock @lock)
    {
        (_path, _command, _isNew, _lock) = (path, command, isNew, @lock);
        _temporary = isNew ? path + OutputNames.CreateTemporary() : Path.Combine(path, OutputNames.CreateTemporary());
    }

    /// <summary>The number of files that were written; null in a new folder, where all are.</summary>
    public int? Written => _isNew ? null : _written.Count;

    /// <summary>The number of files that were there already, with the same content.</summary>
    public int Unchanged => _unchanged;

    /// <summary>How many of these were not built.</summary>
    public int PassedOver => _passedOver;

    /// <summary>Checks that the folder may be written to. Creates nothing.</summary>
    /// <exception cref="ParameterException">The folder overlaps the source or has files that the command did not write.</exception>
    public static void Check(OutputTarget target)
    {
        var (name, output) = (target.Path, RealPath.Of(target.Path));
        if (target.Source is { } folder)
        {
            var source = RealPath.Of(folder);
            if (RealPath.IsWithin(output, source))
                throw Refused(
                    name,
                    output == source
                        ? $"that is {target.SourceName} itself: name another folder."
                        : $"it is inside {target.SourceName}, and would be read with it: name a folder outside.");
            if (RealPath.IsWithin(source, output)) throw Refused(name, $"{target.SourceName} is inside it: name a folder of its own.");
        }

        if (File.Exists(output)) throw Refused(name, "it is a file: name a folder.");
        if (!target.IsForced && Directory.Exists(output) && !IsOwn(output, target.Command))
            throw Refused(
                name,
                $"it holds files that no {target.Command} wrote: name another folder, empty it, or give --force to write over them.");
    }

    /// <summary>Locks the folder, removes what interrupted builds left, and creates a temporary folder.</summary>
    /// <exception cref="ParameterException">Another build is writing the folder, or it cannot be written to.</exception>
    public static OutputFolder Open(OutputTarget target)
    {
        try
        {
            var folder = Lock(RealPath.Of(target.Path), target.Command);
            try
            {
                Directory.CreateDirectory(folder._temporary);
                return folder;
            }
            catch
            {
                folder.Dispose();
                throw;
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Refused(
                target.Path, $"it cannot be written to ({e.Message}): name another folder, or make this one writable.");
        }
    }

    /// <summary>
    /// Since when others may have changed the files, by the system's clock: since this build looked at those that were there, or since a
    /// new folder, which nobody knew before, came into its place.
    /// </summary>
    public DateTimeOffset OpenSince { get; private set; } = TimeProvider.System.GetUtcNow();

    /// <summary>Gets the path of a file when it is in its place.</summary>
    public string PathOf(string name) => Path.Combine(_path, name);

    /// <summary>Counts a file that stays as it is, and was not built.</summary>
    public void PassOver()
    {
        Interlocked.Increment(ref _unchanged);
        Interlocked.Increment(ref _passedOver);
    }

    public void Write(string name, ReadOnlySpan<byte> content)
    {
        if (!_isNew && FileContent.Is(Path.Combine(_path, name), content))
        {
            Interlocked.Increment(ref _unchanged);
            return;
        }

        using var file = File.OpenHandle(Prepare(name), FileMode.Create, FileAccess.Write);
        RandomAccess.Write(file, content, 0);
    }

    public void Copy(string name, string source)
    {
        if (!_isNew && FileContent.AreSame(Path.Combine(_path, name), source)) Interlocked.Increment(ref _unchanged);
        else File.Copy(source, Prepare(name), overwrite: true);
    }

    /// <summary>Puts all that was written into its place.</summary>
    /// <exception cref="ParameterException">A file of the output stands where a folder has to be, or the other way round.</exception>
    public void Finish()
    {
        // What has begun is not abandoned: the output would be half old and half new.
        lock (_finishing)
        {
            if (_isNew) PlaceFolder();
            else PlaceFiles();
            _isFinished = true;
        }
    }

    /// <summary>Removes files of a folder that earlier builds wrote, and the folder if nothing is left in it.</summary>
    /// <param name="folder">The name of the folder.</param>
    /// <param name="isOwn">Whether a build gives such names.</param>
    /// <param name="kept">The names of the files that stay.</param>
    public void RemoveOthers(string folder, Func<string, bool> isOwn, HashSet<string> kept)
    {
        var place = new DirectoryInfo(PathOf(folder));
        // Through a link, files of somebody else would be removed.
        if (!place.Exists || place.LinkTarget is not null) return;
        foreach (var file in place.EnumerateFiles())
        {
            if (isOwn(file.Name) && !kept.Contains($"{folder}/{file.Name}")) file.Delete();
        }

        if (!place.EnumerateFileSystemInfos().Any()) place.Delete();
    }

    /// <summary>Ends the build in the middle, from another thread.</summary>
    /// <returns>Whether nothing came into its place; else all has, also what was on its way.</returns>
    public bool TryAbandon()
    {
        lock (_finishing)
        {
            if (!_isFinished) Dispose();
            return !_isFinished;
        }
    }

    /// <summary>Removes the temporary folder and gives the lock back.</summary>
    public void Dispose()
    {
        lock (_finishing)
        {
            try
            {
                if (!_isFinished || !_isNew) Remove(_temporary);
            }
            finally
            {
                _lock.Dispose();
            }
        }
    }

    private static OutputFolder Lock(string path, string command)
    {
        if (!Directory.Exists(path))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            var beside = OutputLock.TryTake(path + OutputNames.Lock) ?? throw InUse(path, Remains.OfNew(path));
            // Another build may have created the folder before it gave its lock back.
            if (!Directory.Exists(path))
            {
                Remains.OfNew(path).ForEach(static folder => Remove(folder.Path));
                return new OutputFolder(path, command, isNew: true, beside);
            }

            beside.Dispose();
        }

        var inside = OutputLock.TryTake(Path.Combine(path, OutputNames.Lock)) ?? throw InUse(path, Remains.In(path));
        Remains.In(path).ForEach(static folder => Remove(folder.Path));
        RemoveRemainsBeside(path);
        return new OutputFolder(path, command, isNew: false, inside);
    }

    /// <summary>Removes what a first build left that was interrupted, unless one is running.</summary>
    private static void RemoveRemainsBeside(string path)
    {
        if (Remains.OfNew(path) is not { Count: > 0 } remains) return;
        using var beside = OutputLock.TryTake(path + OutputNames.Lock);
        if (beside is not null) remains.ForEach(static folder => Remove(folder.Path));
    }

    private static ParameterException InUse(string path, List<Remains> builds)
    {
        var owner = builds.Count == 0 ? "another build" : $"the build of process {builds[^1].Process}";
        return Refused(path, $"{owner} is writing to it: wait for that, or name another folder.");
    }

    private static ParameterException Refused(string output, string reason) => new("--output", output, reason);

    /// <summary>Whether a folder is empty or was written by the command before.</summary>
    private static bool IsOwn(string folder, string command)
    {
        var marker = Path.Combine(folder, OutputNames.Marker);
        if (File.Exists(marker) && File.ReadAllText(marker) is var text)
            return text.Contains(Quoted(command), StringComparison.Ordinal) || text.Length == 0;
        return Directory.EnumerateFileSystemEntries(folder).All(static entry => OutputNames.IsOwn(Path.GetFileName(entry)));
    }

    private static string Quoted(string command) => $"'sessions-widgets {command}'";

    private void WriteMarker(string folder) => File.WriteAllText(
        Path.Combine(folder, OutputNames.Marker),
        $"This folder is written by {Quoted(_command)}. The next time, what is in it may be replaced.\n");

    private static void Remove(string folder)
    {
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
    }

    private void PlaceFolder()
    {
        WriteMarker(_temporary);
        OpenSince = TimeProvider.System.GetUtcNow();
        Directory.Move(_temporary, _path);
    }

    private void PlaceFiles()
    {
        CheckPlaces();
        foreach (var folder in _folders) Directory.CreateDirectory(Path.Combine(_path, Path.GetRelativePath(_temporary, folder)));
        // A file system may write each replaced file to the disk, so several at a time.
        Parallel.ForEach(
            _written, name => File.Move(Path.Combine(_temporary, name), Path.Combine(_path, name), overwrite: true));
        if (!File.Exists(Path.Combine(_path, OutputNames.Marker))) WriteMarker(_path);
    }

    private void CheckPlaces()
    {
        foreach (var name in _written)
        {
            if (Directory.Exists(Path.Combine(_path, name)))
                throw Refused(_path, $"'{name}' is a folder in it, and a file of the site: delete the output folder, and build again.");
        }

        foreach (var folder in _folders.Select(folder => Path.GetRelativePath(_temporary, folder)))
        {
            var path = Path.TrimEndingDirectorySeparator(Path.GetFullPath(Path.Combine(_path, folder)));
            if (RealPath.Of(path) != path)
                throw Refused(_path, $"'{folder}' in it is a link, and would be written through: delete the link, and build again.");
            if (File.Exists(path))
                throw Refused(_path, $"'{folder}' is a file in it, and a folder of the site: delete the output folder, and build again.");
        }
    }

    private string Prepare(string name)
    {
        var path = Path.Combine(_temporary, name);
        var folder = Path.GetDirectoryName(path)!;
        lock (_writing)
        {
            if (_folders.Add(folder)) Directory.CreateDirectory(folder);
            _written.Add(name);
        }

        return path;
    }
}
