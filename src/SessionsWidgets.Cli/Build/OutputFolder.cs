namespace SessionsWidgets.Cli.Build;

/// <summary>The output folder. A new one is moved into place at the end; in others, files are replaced. Thread-safe.</summary>
internal sealed class OutputFolder
{
    /// <summary>The file that marks a folder as written by a build.</summary>
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

    /// <summary>Checks that the folder may be written to. Creates nothing.</summary>
    /// <exception cref="ParameterException">The folder overlaps the site or has files that no build wrote.</exception>
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
        var isForeign = Directory.Exists(output)
            && !File.Exists(Path.Combine(output, MarkerName))
            && Directory.EnumerateFileSystemEntries(output).Any();
        if (isForeign && !options.IsForced)
            throw new ParameterException(
                "--output",
                options.Output,
                "it holds files that no build wrote: name another folder, empty it, or give --force to write over them.");
        return new OutputFolder(output);
    }

    /// <summary>Creates and marks the folder.</summary>
    /// <exception cref="ParameterException">The folder cannot be written to.</exception>
    public void Begin()
    {
        try
        {
            // Left by an interrupted build.
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

    /// <summary>Moves a new folder into place.</summary>
    public void Finish()
    {
        if (_isNew) Directory.Move(_target, _path);
    }

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
