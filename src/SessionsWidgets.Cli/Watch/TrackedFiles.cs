using SessionsWidgets.Cli.Build.Again;

namespace SessionsWidgets.Cli.Watch;

/// <summary>Finds out which of some files have another content than before. Not thread-safe.</summary>
internal sealed class TrackedFiles
{
    /// <summary>Larger files have changed when they were written.</summary>
    private const long MaxRead = 16 * 1024 * 1024;

    private Dictionary<string, FileMark> _files = new(StringComparer.Ordinal);

    /// <summary>Takes the files as they are now.</summary>
    /// <param name="paths">The full paths of all files. Those that are not there are none.</param>
    /// <param name="hints">Paths that are read in any case.</param>
    /// <returns>The paths of files that are new, gone or have another content, in order.</returns>
    public IReadOnlyList<string> Update(IEnumerable<string> paths, IReadOnlySet<string> hints)
    {
        var files = new Dictionary<string, FileMark>(StringComparer.Ordinal);
        var changed = new List<string>();
        foreach (var path in paths)
        {
            if (Mark(path, hints) is not { } mark) continue;
            files[path] = mark;
            if (!_files.TryGetValue(path, out var before) || before.Hash != mark.Hash || before.Stamp.Length != mark.Stamp.Length)
                changed.Add(path);
        }

        changed.AddRange(_files.Keys.Where(path => !files.ContainsKey(path)));
        changed.Sort(StringComparer.Ordinal);
        _files = files;
        return changed;
    }

    private FileMark? Mark(string path, IReadOnlySet<string> hints)
    {
        if (FileMark.Begin(path) is not { } mark) return null;
        var stamp = mark.Stamp;
        // Where the system does not say when a file has changed, it says at least that it has.
        if (_files.TryGetValue(path, out var before)
            && before.Stamp == stamp
            && (before.IsSettled || stamp.Changed == 0)
            && !hints.Contains(path))
            return before;
        try
        {
            return mark with { Hash = stamp.Length <= MaxRead ? ContentHash.OfFile(path) : HashOf(stamp) };
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Whoever reads it tells what is wrong.
            return mark;
        }
    }

    private static ContentHash HashOf(FileStamp stamp) =>
        new((UInt128)stamp.Modified, ((UInt128)stamp.Changed << 64) | (UInt128)stamp.Number);
}
