using System.Diagnostics;
using System.Text.RegularExpressions;
using SessionsWidgets.TestSupport;

namespace SessionsWidgets.BrowserTests;

/// <summary>The sample site as its README starts it: a process of its own, with the sandbox inside, on a free port.</summary>
internal sealed partial class LoungeSiteProcess : IAsyncDisposable
{
    private readonly Process _process;

    private LoungeSiteProcess(Process process, Uri url)
    {
        _process = process;
        Url = url;
    }

    public Uri Url { get; }

    public static async Task<LoungeSiteProcess> StartAsync()
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = RepositoryFiles.PathOf("samples", "LoungeSite"),
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // As 'dotnet run' does by the launch settings.
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.ArgumentList.Add(Path.Combine(RepositoryFiles.OutputOf("samples", "LoungeSite"), "LoungeSite.dll"));
        start.ArgumentList.Add("--urls");
        start.ArgumentList.Add("http://127.0.0.1:0");
        // How pages look is tested, not how long they wait on a busy machine.
        start.ArgumentList.Add("--SessionsWidgets:Cache:PageBudget=00:00:30");
        var process = Process.Start(start)!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (ListeningLine().Match(line) is not { Success: true } match) continue;
            // Nobody else reads what it says; a full pipe would stop it.
            _ = process.StandardOutput.ReadToEndAsync();
            return new LoungeSiteProcess(process, new Uri(match.Groups["url"].Value));
        }

        throw new InvalidOperationException("LoungeSite ended before it said where it listens.");
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    [GeneratedRegex(
        @"Now listening on: (?<url>http://\S+)",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex ListeningLine();
}
