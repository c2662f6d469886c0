using System.Diagnostics;

namespace SessionsWidgets.TestSupport;

/// <summary>Lets other work run until something holds that it is sure to bring about; gives up when it surely has not.</summary>
public static class Eventually
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    public static Task BeTrueAsync(Func<bool> holds, Func<string> what) => BeTrueAsync(() => Task.FromResult(holds()), what);

    public static async Task BeTrueAsync(Func<Task<bool>> holds, Func<string> what)
    {
        var watch = Stopwatch.StartNew();
        while (!await holds())
        {
            if (watch.Elapsed > Limit) throw new TimeoutException($"Still not so: {what()}.");
            await Task.Yield();
        }
    }
}
