using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace SessionsWidgets.Benchmarks.Build;

/// <summary>What a process took from start to end: processor time, user and system together, and the most memory that it held.</summary>
internal sealed partial record ProcessUsage(double Milliseconds, double Megabytes)
{
    private const int ChildProcesses = -1;

    /// <summary>Runs a command in a process between, of which it is the only child: the system tells what children took, all of them
    /// together.</summary>
    public static ProcessUsage Of(string command, params string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { UseShellExecute = false, RedirectStandardOutput = true };
        foreach (var argument in (string[])["measure", command, .. arguments]) start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var answer = process.StandardOutput.ReadToEnd().Split(' ');
        process.WaitForExit();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{command} failed.");
        return new ProcessUsage(
            double.Parse(answer[0], CultureInfo.InvariantCulture), double.Parse(answer[1], CultureInfo.InvariantCulture));
    }

    /// <summary>The process between.</summary>
    public static int Measure(string[] command)
    {
        var start = new ProcessStartInfo(command[0])
        {
            UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        foreach (var argument in command[1..]) start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0) Console.Error.WriteLine(error.Result);
        if (GetResourceUsage(ChildProcesses, out var usage) != 0) return 1;
        var milliseconds = ((usage.UserSeconds + usage.SystemSeconds) * 1000)
            + ((usage.UserMicroseconds + usage.SystemMicroseconds) / 1000.0);
        Console.Write(string.Create(CultureInfo.InvariantCulture, $"{milliseconds} {usage.MostKilobytes / 1024.0}"));
        return process.ExitCode;
    }

    /// <summary>Waits until everything that was written is on its disk.</summary>
    [LibraryImport("libc", EntryPoint = "sync")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial void WriteBack();

    [LibraryImport("libc", EntryPoint = "getrusage")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int GetResourceUsage(int who, out ResourceUsage usage);

    /// <summary>Linux's <c>struct rusage</c> on 64-bit machines.</summary>
    [StructLayout(LayoutKind.Sequential, Size = 144)]
    private struct ResourceUsage
    {
        public long UserSeconds;
        public long UserMicroseconds;
        public long SystemSeconds;
        public long SystemMicroseconds;
        public long MostKilobytes;
    }
}
