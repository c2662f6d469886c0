namespace SessionsWidgets.Cli.Build.Output;

/// <summary>
/// The right to write an output folder, which one process has at a time. A file that is open for one only: when its process ends,
/// however it ends, the lock does.
/// </summary>
internal sealed class OutputLock : IDisposable
{
    // EAGAIN of Linux, EWOULDBLOCK of macOS, ERROR_SHARING_VIOLATION of Windows.
    private static readonly int[] IsHeld = [11, 35, unchecked((int)0x80070020)];

    private readonly FileStream _file;

    private OutputLock(FileStream file)
    {
        _file = file;
    }

    /// <summary>Takes the lock.</summary>
    /// <param name="path">The path of the file.</param>
    /// <returns>The lock; null while another has it.</returns>
    /// <exception cref="IOException">The file cannot be created.</exception>
    /// <exception cref="UnauthorizedAccessException">The file cannot be created.</exception>
    public static OutputLock? TryTake(string path)
    {
        try
        {
            // In this mode, .NET makes sure that the file it locked is the one that has the name now.
            return new OutputLock(
                new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose));
        }
        catch (IOException e) when (Array.IndexOf(IsHeld, e.HResult) >= 0)
        {
            return null;
        }
    }

    /// <summary>Gives the lock back.</summary>
    public void Dispose() => _file.Dispose();
}
