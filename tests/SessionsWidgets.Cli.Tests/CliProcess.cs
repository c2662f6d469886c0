using System.Diagnostics;
using SessionsWidgets.TestSupport;

namespace SessionsWidgets.Cli.Tests;

/// <summary>The command line as a process of its own.</summary>
internal sealed class CliProcess : IDisposable
{
    private readonly Process _process;
    private readonly Task<string> _output;
    private readonly Task<string> _error;

    private CliProcess(Process process)
    {
        _process = process;
        _output = process.StandardOutput.ReadToEndAsync();
        _error = process.StandardError.ReadToEndAsync();
    }

    public int Id => _process.Id;

    public static CliProcess Start(string workingDirectory, params string[] arguments)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "sessions-widgets.dll");
        // Whoever runs the tests in the background may have told all that they start to ignore SIGINT.
        var start = new ProcessStartInfo("env", ["--default-signal=INT,TERM", "dotnet", program, .. arguments])
        {
            WorkingDirectory = workingDirectory, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        return new CliProcess(Process.Start(start)!);
    }

    /// <summary>Sends a signal, such as INT.</summary>
    public Task SignalAsync(string signal) => Signal.SendAsync(signal, _process.Id);

    public async Task<CliRun> EndAsync()
    {
        await _process.WaitForExitAsync();
        return new CliRun(_process.ExitCode, await _output, await _error);
    }

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill();
        _process.Dispose();
    }
}
