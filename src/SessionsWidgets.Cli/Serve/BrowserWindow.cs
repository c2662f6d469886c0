using System.ComponentModel;
using System.Diagnostics;

namespace SessionsWidgets.Cli.Serve;

/// <summary>The browser of whoever runs the command.</summary>
internal static class BrowserWindow
{
    /// <summary>Opens an address; where that cannot be, says so.</summary>
    public static async Task OpenAsync(Uri address, TextWriter error)
    {
        if (Open(address) is { } problem)
            await error.WriteLineAsync(
                $"sessions-widgets: warning: the browser could not be opened ({problem}): open {address} in it.");
    }

    /// <summary>Opens an address.</summary>
    /// <returns>Why it cannot be opened; null if it is.</returns>
    private static string? Open(Uri address)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(address.AbsoluteUri) { UseShellExecute = true });
            return null;
        }
        catch (Exception e) when (e is Win32Exception or FileNotFoundException or PlatformNotSupportedException)
        {
            return e.Message;
        }
    }
}
