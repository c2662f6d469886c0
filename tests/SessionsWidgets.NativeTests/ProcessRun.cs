using System.Diagnostics;
using System.Text;

namespace SessionsWidgets.NativeTests;

/// <summary>One run of a program as a process of its own: what it gave.</summary>
internal sealed record ProcessRun(int ExitCode, byte[] Output, string Error)
{
    public string OutputText => Encoding.UTF8.GetString(Output);

    /// <summary>All that it gave, in a form that can be compared and read.</summary>
    public string Everything => $"{ExitCode}\n{Error}\n{Encoding.Latin1.GetString(Output)}";

    public static async Task<ProcessRun> OfAsync(
        string program, IEnumerable<string> arguments, params (string Name, string Value)[] variables)
    {
        var start = new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in variables) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        using var output = new MemoryStream();
        var error = process.StandardError.ReadToEndAsync();
        await process.StandardOutput.BaseStream.CopyToAsync(output);
        await process.WaitForExitAsync();
        return new ProcessRun(process.ExitCode, output.ToArray(), await error);
    }
}
