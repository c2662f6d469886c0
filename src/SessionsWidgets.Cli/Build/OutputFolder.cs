using Microsoft.Win32.SafeHandles;

namespace SessionsWidgets.Cli.Build;

/// <summary>The folder that a build writes to. Every file appears in it whole or not at all. Thread-safe.</summary>
internal sealed class OutputFolder
{
    /// <summary>The file that tells a folder which a build may write into again.</summary>
    public const string MarkerName = ".sessions-widgets-output";

    private const string AsideSuffix = ".sessions-widgets-new";

    private readonly string _path;
    private readonly HashSet<string> _folders = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();

    private OutputFolder(string path)
    {
        _path = path;
    }

    /// <summary>Checks that the folder may be written to. Creates nothing yet.</summary>
    /// <exception cref="ParameterException">It is the site, inside it or around it, or holds what no build wrote.</exception>
    public static OutputFolder Open(BuildOptions options)
    {
        var (output, site) = (RealPath(options.Output), RealPath(options.Site));
        if (IsWithin(output, site))
            throw new ParameterException("--output", options.Output, output == site ? "that is the site itself: name another folder." : "it is inside the site, and the next build would copy it: name a folder outside.");
        if (IsWithin(site, output)) throw new ParameterException("--output", options.Output, "the site is inside it: name a folder of its own.");
        if (File.Exists(output)) throw new ParameterException("--output", options.Output, "it is a file: name a folder.");
        if (!options.IsForced && Directory.Exists(output) && !File.Exists(Path.Combine(output, MarkerName)) && Directory.EnumerateFileSystemEntries(output).Any())
            throw new ParameterException("--output", options.Output, "it holds files that no build wrote: name another folder, empty it, or give --force to write over them.");
        return new OutputFolder(output);
    }

    /// <summary>Marks the folder as one that a build writes.</summary>
    public void Mark()
    {
        Directory.CreateDirectory(_path);
        File.WriteAllText(Path.Combine(_path, MarkerName), "This folder is written by 'sessions-widgets build'. The next build may replace what is in it.\n");
    }

    /// <summary>Writes a file from its parts.</summary>
    public void Write(string name, IReadOnlyList<ReadOnlyMemory<byte>> parts)
    {
        var (path, aside) = Prepare(name);
        try
        {
            using (var file = File.OpenHandle(aside, FileMode.Create, FileAccess.Write)) Write(file, parts);
            File.Move(aside, path, overwrite: true);
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
            File.Move(aside, path, overwrite: true);
        }
        catch
        {
            File.Delete(aside);
            throw;
        }
    }

    /// <summary>The path with all links in it resolved, as far as it exists.</summary>
    public static string RealPath(string path)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        if (Path.GetDirectoryName(full) is not { } parent) return full;
        var own = Path.Combine(RealPath(parent), Path.GetFileName(full));
        var folder = new DirectoryInfo(own);
        if (folder.LinkTarget is null) return own;
        return folder.ResolveLinkTarget(returnFinalTarget: true) is { } target ? RealPath(target.FullName) : own;
    }

    /// <summary>Whether a path is a folder or lies in it.</summary>
    public static bool IsWithin(string path, string folder) =>
        path == folder || path.StartsWith(Path.EndsInDirectorySeparator(folder) ? folder : folder + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    private static void Write(SafeFileHandle file, IReadOnlyList<ReadOnlyMemory<byte>> parts)
    {
        if (parts.Count == 1) RandomAccess.Write(file, parts[0].Span, 0);
        else RandomAccess.Write(file, parts, 0);
    }

    private (string Path, string Aside) Prepare(string name)
    {
        var path = Path.Combine(_path, name);
        var folder = Path.GetDirectoryName(path)!;
        lock (_lock)
        {
            if (_folders.Add(folder)) Directory.CreateDirectory(folder);
        }

        return (path, path + AsideSuffix);
    }
}
