using System.Diagnostics;
using System.Text;

namespace SessionsWidgets.TestSupport;

/// <summary>One run of a program: what it gave.</summary>
public sealed record ProgramRun(int ExitCode, byte[] Output, string Error)
{
    public string OutputText => Encoding.UTF8.GetString(Output);

    /// <summary>All that it gave, in a form that can be compared to the byte and read.</summary>
    public string Everything => $"{ExitCode}\n{Error}\n{Encoding.Latin1.GetString(Output)}";

    /// <summary>Runs a process to its end.</summary>
    /// <param name="start">What to start.</param>
    public static async Task<ProgramRun> OfProcessAsync(ProcessStartInfo start)
    {
        start.UseShellExecute = false;
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        using var process = Process.Start(start)!;
        using var output = new MemoryStream();
        var error = process.StandardError.ReadToEndAsync();
        await process.StandardOutput.BaseStream.CopyToAsync(output);
        await process.WaitForExitAsync();
        return new ProgramRun(process.ExitCode, output.ToArray(), await error);
    }

    /// <exception cref="InvalidOperationException">The run failed; the message has what it wrote.</exception>
    public ProgramRun OrThrow(string what) => ExitCode == 0 ? this : throw new InvalidOperationException(
        $"{what} ended with {ExitCode}:\n{OutputText}{Error}");
}
