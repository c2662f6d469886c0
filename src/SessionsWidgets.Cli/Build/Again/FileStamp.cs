using System.Runtime.InteropServices;

namespace SessionsWidgets.Cli.Build.Again;

/// <summary>The stamp of a file in the file system: it changes when the content does, except as in <see cref="IsSettled"/>.</summary>
/// <param name="Length">The number of bytes.</param>
/// <param name="Modified">When it was written, as ticks; programs can set it.</param>
/// <param name="Changed">When it changed in any way, as ticks, which programs cannot set; 0 where that is not known.</param>
/// <param name="Number">The number of the file, which another file of the same name does not have; 0 where that is not known.</param>
internal readonly partial record struct FileStamp(long Length, long Modified, long Changed, long Number)
{
    /// <summary>More than the time for which file systems give the same time.</summary>
    private static readonly long Settling = TimeSpan.FromMilliseconds(50).Ticks;

    /// <summary>Gets the stamp of a file, or of that which a link leads to; null if there is none.</summary>
    public static FileStamp? Of(string path)
    {
        if (OperatingSystem.IsLinux() && LinuxFileStatus.TryRead(path, out var stamp)) return stamp;
        try
        {
            var file = new FileInfo(path);
            if (file.ResolveLinkTarget(returnFinalTarget: true) is FileInfo target) file = target;
            return file.Exists ? new FileStamp(file.Length, file.LastWriteTimeUtc.Ticks, 0, 0) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>
    /// Whether a file with this stamp has the same content for sure. Not if it changed just before the stamp was taken: it may have
    /// changed again, at the same time as the file system tells times. Not where nobody knows when a file has changed.
    /// </summary>
    /// <param name="now">When the stamp was taken, by the clock of the system, as files are.</param>
    public bool IsSettled(DateTimeOffset now) => Changed > 0 && now.UtcTicks - Math.Max(Changed, Modified) > Settling;
}

/// <summary>Reads what Linux knows of a file and .NET does not tell: when it changed, and its number.</summary>
internal static partial class LinuxFileStatus
{
    private const int CurrentFolder = -100;
    private const uint BasicStatus = 0x7ff;

    private static volatile bool _isMissing;

    /// <returns>Whether the system could tell.</returns>
    public static bool TryRead(string path, out FileStamp? stamp)
    {
        stamp = null;
        if (_isMissing) return false;
        try
        {
            var status = default(Status);
            if (ReadStatus(CurrentFolder, path, 0, BasicStatus, ref status) != 0) return true;
            stamp = new FileStamp(
                status.Length,
                TicksOf(status.ModifiedSeconds, status.ModifiedNanoseconds),
                TicksOf(status.ChangedSeconds, status.ChangedNanoseconds),
                status.Number);
            return true;
        }
        catch (Exception e) when (e is DllNotFoundException or EntryPointNotFoundException)
        {
            _isMissing = true;
            return false;
        }
    }

    private static long TicksOf(long seconds, uint nanoseconds) =>
        DateTimeOffset.UnixEpoch.Ticks + (seconds * TimeSpan.TicksPerSecond) + (nanoseconds / TimeSpan.NanosecondsPerTick);

    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int ReadStatus(int folder, string path, int flags, uint mask, ref Status status);

    /// <summary>Linux's <c>struct statx</c>, which is the same on all machines.</summary>
    [StructLayout(LayoutKind.Explicit, Size = 256)]
    private struct Status
    {
        [FieldOffset(32)]
        public long Number;
        [FieldOffset(40)]
        public long Length;
        [FieldOffset(96)]
        public long ChangedSeconds;
        [FieldOffset(104)]
        public uint ChangedNanoseconds;
        [FieldOffset(112)]
        public long ModifiedSeconds;
        [FieldOffset(120)]
        public uint ModifiedNanoseconds;
    }
}
