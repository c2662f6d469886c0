namespace SessionsWidgets.Cli.Build;

/// <summary>
/// The folder that a build writes to. A new one appears when it is complete; in one that is there, every file is replaced whole
/// or not at all. Thread-safe.
/// </summary>
internal sealed class OutputFolder
{
    /// <summary>The file that tells a folder which a build may write into again.</summary>
    public const string MarkerName = ".sessions-widgets-output";

    private const string AsideSuffix = ".sessions-widgets-new";

    private readonly string _path;
    private readonly bool _isNew;
    private readonly string _target;
    private readonly HashSet<string> _folders = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();

    private OutputFolder(string path)
    {
        _path = path;
        _isNew = !Directory.Exists(path);
        _target = _isNew ? path + AsideSuffix : path;
    }

    /// <summary>Checks that the folder may be written to. Creates nothing yet.</summary>
    /// <exception cref="ParameterException">It is the site, inside it or around it, or holds what no build wrote.</exception>
    public static OutputFolder Open(BuildOptions options)
    {
        var (output, site) = (RealPath.Of(options.Output), RealPath.Of(options.Site));
        if (RealPath.IsWithin(output, site))
            throw new ParameterException(
                "--output",
                options.Output,
                output == site
                    ? "that is the site itself: name another folder."
                    : "it is inside the site, and the next build would copy it: name a folder outside.");
        if (RealPath.IsWithin(site, output))
            throw new ParameterException("--output", options.Output, "the site is inside it: name a folder of its own.");
        if (File.Exists(output)) throw new ParameterException("--output", options.Output, "it is a file: name a folder.");
        if (!options.IsForced && HoldsOtherFiles(output))
            throw new ParameterException(
                "--output",
                options.Output,
                "it holds files that no build wrote: name another folder, empty it, or give --force to write over them.");
        return new OutputFolder(output);
    }

    private static bool HoldsOtherFiles(string folder) => Directory.Exists(folder)
        && !File.Exists(Path.Combine(folder, MarkerName))
        && Directory.EnumerateFileSystemEntries(folder).Any();

    /// <summary>Marks the folder as one that a build writes.</summary>
    /// <exception cref="ParameterException">It cannot be written to.</exception>
    public void Begin()
    {
        try
        {
            // What an interrupted build has left.
            if (_isNew && Directory.Exists(_target)) Directory.Delete(_target, recursive: true);
            Directory.CreateDirectory(_target);
            File.WriteAllText(
                Path.Combine(_target, MarkerName),
                "This folder is written by 'sessions-widgets build'. The next build may replace what is in it.\n");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ParameterException(
                "--output", _path, $"it cannot be written to ({e.Message}): name another folder, or make this one writable.");
        }
    }

    /// <summary>Lets a new folder appear.</summary>
    public void Finish()
    {
        if (_isNew) Directory.Move(_target, _path);
    }

    /// <summary>Writes a file.</summary>
    public void Write(string name, ReadOnlySpan<byte> content)
    {
        var (path, aside) = Prepare(name);
        try
        {
            using (var file = File.OpenHandle(aside, FileMode.Create, FileAccess.Write)) RandomAccess.Write(file, content, 0);
            if (!_isNew) File.Move(aside, path, overwrite: true);
        }
        catch
        {
            File.Delete(aside);
            throw;
        }
    }

    /// <summary>Copies a file as it is.</summary>
    public void Copy(string name, string source)
    {
        var (path, aside) = Prepare(name);
        try
        {
            File.Copy(source, aside, overwrite: true);
            if (!_isNew) File.Move(aside, path, overwrite: true);
        }
        catch
        {
            File.Delete(aside);
            throw;
        }
    }

    private (string Path, string Aside) Prepare(string name)
    {
        var path = Path.Combine(_target, name);
        var folder = Path.GetDirectoryName(path)!;
        lock (_lock)
        {
            if (_folders.Add(folder)) Directory.CreateDirectory(folder);
        }

        return (path, _isNew ? path : path + AsideSuffix);
    }
}
