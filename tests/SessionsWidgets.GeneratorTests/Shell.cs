using System.Diagnostics;
using SessionsWidgets.TestSupport;

namespace SessionsWidgets.GeneratorTests;

/// <summary>Runs commands as a user's shell does, with the built <c>sessions-widgets</c> on the path, and ends those that hang.</summary>
internal static class Shell
{
    private static readonly string Programs = RepositoryFiles.OutputOf("src", "SessionsWidgets.Cli");

    /// <summary>Runs a command to its end.</summary>
    /// <param name="folder">The folder to run it in.</param>
    /// <param name="command">The command, in the shell's language.</param>
    /// <param name="variables">Environment variables besides those of the tests.</param>
    /// <param name="deadline">Ends the command and all that it has started.</param>
    /// <exception cref="TimeoutException">It took too long.</exception>
    public static async Task<ProgramRun> RunAsync(
        string folder, string command, IEnumerable<KeyValuePair<string, string>> variables, CancellationToken deadline)
    {
        var start = new ProcessStartInfo("/bin/sh", ["-c", command])
        {
            WorkingDirectory = folder, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        start.Environment["PATH"] = $"{Programs}:{Environment.GetEnvironmentVariable("PATH")}";
        start.Environment["ASTRO_TELEMETRY_DISABLED"] = "1";
        start.Environment["NO_COLOR"] = "1";
        foreach (var (name, value) in variables) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        await using var ending = deadline.Register(() => process.Kill(entireProcessTree: true));
        using var output = new MemoryStream();
        var error = process.StandardError.ReadToEndAsync(CancellationToken.None);
        await process.StandardOutput.BaseStream.CopyToAsync(output, CancellationToken.None);
        await process.WaitForExitAsync(CancellationToken.None);
        var run = new ProgramRun(process.ExitCode, output.ToArray(), await error);
        if (deadline.IsCancellationRequested) throw new TimeoutException($"{command} took too long:\n{run.OutputText}{run.Error}");
        return run;
    }
}
