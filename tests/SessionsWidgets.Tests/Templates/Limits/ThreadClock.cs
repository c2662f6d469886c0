using System.Diagnostics;
using System.Runtime.InteropServices;

namespace SessionsWidgets.Tests.Templates;

/// <summary>
/// How long a thread has worked. What other threads and processes take of the machine is no part of it where the system
/// tells (Linux); elsewhere it is the time that has passed.
/// </summary>
internal readonly struct ThreadClock
{
    private const int ThreadTime = 3;

    private readonly TimeSpan _start;

    private ThreadClock(TimeSpan start) => _start = start;

    public TimeSpan Elapsed => Now() - _start;

    public static ThreadClock Start() => new(Now());

    private static TimeSpan Now() => OperatingSystem.IsLinux() && ClockGetTime(ThreadTime, out var time) == 0
        ? TimeSpan.FromTicks((time.Seconds * TimeSpan.TicksPerSecond) + (time.Nanoseconds / TimeSpan.NanosecondsPerTick))
        : Stopwatch.GetElapsedTime(0);

#pragma warning disable SYSLIB1054 // Generated marshalling needs unsafe code, for two numbers.
    [DllImport("libc", EntryPoint = "clock_gettime")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int ClockGetTime(int clock, out Time time);
#pragma warning restore SYSLIB1054

    [StructLayout(LayoutKind.Sequential)]
    private struct Time
    {
        public nint Seconds;
        public nint Nanoseconds;
    }
}
