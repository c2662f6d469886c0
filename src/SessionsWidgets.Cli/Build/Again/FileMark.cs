namespace SessionsWidgets.Cli.Build.Again;

/// <summary>By what a file is known again.</summary>
/// <param name="Stamp">What the file system said of it.</param>
/// <param name="IsSettled">Whether the same stamp means the same content.</param>
/// <param name="Hash">The hash of its content.</param>
internal readonly record struct FileMark(FileStamp Stamp, bool IsSettled, ContentHash Hash)
{
    /// <summary>Begins to mark a file, before its content is read; null if there is none.</summary>
    public static FileMark? Begin(string path) =>
        FileStamp.Of(path) is { } stamp ? new FileMark(stamp, stamp.IsSettled(Now), default) : null;

    // Files have the time of the system, whatever clock the command goes by.
    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    /// <summary>Whether a file still has the content; reads it where its stamp does not say so.</summary>
    /// <param name="path">The path of the file.</param>
    /// <param name="isRead">Whether its content is read in any case.</param>
    /// <returns>The mark that it has now, and whether its content was read; null if it is another file, or none.</returns>
    public (FileMark Mark, bool IsRead)? FindAgain(string path, bool isRead = false)
    {
        if (FileStamp.Of(path) is not { } stamp || stamp.Length != Stamp.Length) return null;
        if (stamp == Stamp && IsSettled && !isRead) return (this, false);
        var isSettled = stamp.IsSettled(Now);
        try
        {
            return ContentHash.OfFile(path) == Hash ? (new FileMark(stamp, isSettled, Hash), true) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
