using System.Diagnostics;
using System.Globalization;

namespace SessionsWidgets.TestSupport;

/// <summary>Signals to processes.</summary>
public static class Signal
{
    /// <summary>Sends a signal.</summary>
    /// <param name="name">Its name, such as INT.</param>
    /// <param name="process">The id of the process.</param>
    /// <exception cref="InvalidOperationException">There is no such process.</exception>
    public static async Task SendAsync(string name, int process)
    {
        var kill = new ProcessStartInfo("kill", [$"-{name}", process.ToString(CultureInfo.InvariantCulture)]);
        (await ProgramRun.OfProcessAsync(kill)).OrThrow("kill");
    }
}
