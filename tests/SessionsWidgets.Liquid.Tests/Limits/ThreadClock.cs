using System.Diagnostics;
using System.Globalization;

namespace SessionsWidgets.Liquid.Tests;

/// <summary>
/// How long a thread has worked. What other threads and processes take of the machine is no part of it where the system
/// tells (Linux); elsewhere it is the time that has passed.
/// </summary>
internal readonly struct ThreadClock
{
    private const string Path = "/proc/thread-self/schedstat";

    private static readonly bool IsKnown = File.Exists(Path);

    private readonly TimeSpan _start;

    private ThreadClock(TimeSpan start) => _start = start;

    public TimeSpan Elapsed => Now() - _start;

    public static ThreadClock Start() => new(Now());

    private static TimeSpan Now()
    {
        if (!IsKnown) return Stopwatch.GetElapsedTime(0);
        var text = File.ReadAllText(Path);
        return TimeSpan.FromTicks(long.Parse(text.AsSpan(0, text.IndexOf(' ', StringComparison.Ordinal)), NumberStyles.None, CultureInfo.InvariantCulture) / 100);
    }
}
