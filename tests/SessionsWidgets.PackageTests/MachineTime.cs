using System.Runtime.InteropServices;

namespace SessionsWidgets.PackageTests;

/// <summary>The processor time, user and system, of the processes that the tests have started and that have ended, and of those that they
/// started. What else the machine does is no part of it.</summary>
internal static class MachineTime
{
    private const int EndedChildren = -1;

    /// <summary>The time up to now.</summary>
    /// <exception cref="PlatformNotSupportedException">The system does not tell.</exception>
    public static TimeSpan Total =>
        OperatingSystem.IsLinux() && Environment.Is64BitProcess && GetResourceUsage(EndedChildren, out var usage) == 0
            ? TimeSpan.FromSeconds(usage.UserSeconds + usage.SystemSeconds)
                + TimeSpan.FromMicroseconds(usage.UserMicroseconds + usage.SystemMicroseconds)
            : throw new PlatformNotSupportedException("The processor time of processes is read on Linux, from getrusage.");

#pragma warning disable SYSLIB1054 // Generated marshalling needs unsafe code, for four numbers.
    [DllImport("libc", EntryPoint = "getrusage")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int GetResourceUsage(int who, out ResourceUsage usage);
#pragma warning restore SYSLIB1054

    /// <summary>The beginning of Linux's <c>struct rusage</c>, and room for the rest.</summary>
    [StructLayout(LayoutKind.Sequential, Size = 144)]
    private struct ResourceUsage
    {
        public long UserSeconds;
        public long UserMicroseconds;
        public long SystemSeconds;
        public long SystemMicroseconds;
    }
}
