using System.Diagnostics;
using System.Text;

namespace SessionsWidgets.NativeTests;

/// <summary>One run of a program: what it gave.</summary>
internal sealed record ProgramRun(int ExitCode, byte[] Output, string Error)
{
    public string OutputText => Encoding.UTF8.GetString(Output);

    /// <summary>All that it gave, in a form that can be compared to the byte and read.</summary>
    public string Everything => $"{ExitCode}\n{Error}\n{Encoding.Latin1.GetString(Output)}";

    /// <summary>Runs a process to its end.</summary>
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

    public void ShouldHaveBuilt()
    {
        ExitCode.ShouldBe(0, Error);
        Error.ShouldBeEmpty();
    }
}
