using System.Diagnostics;
using System.Text.RegularExpressions;

namespace SessionsWidgets.NativeTests;

/// <summary>The native host of fragments, running on a free port of the loopback address.</summary>
internal sealed partial class NativeApi : IAsyncDisposable
{
    private readonly Process _process;

    private NativeApi(Process process, Uri url)
    {
        _process = process;
        Url = url;
    }

    public Uri Url { get; }

    /// <exception cref="InvalidOperationException">It ended before it listened; the message has what it said.</exception>
    public static async Task<NativeApi> StartAsync(PublishedProgram program, IEnumerable<KeyValuePair<string, string?>> settings)
    {
        var start = new ProcessStartInfo(program.Path, ["--urls", "http://127.0.0.1:0"])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetDirectoryName(program.Path),
        };
        foreach (var (name, value) in settings) start.Environment[name.Replace(":", "__", StringComparison.Ordinal)] = value;
        var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var said = "";
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            said += $"{line}\n";
            if (ListeningLine().Match(line) is not { Success: true } match) continue;
            // Nobody else reads what it says; a full pipe would stop it.
            _ = process.StandardOutput.ReadToEndAsync();
            return new NativeApi(process, new Uri(match.Groups["url"].Value));
        }

        throw new InvalidOperationException($"It ended before it listened:\n{said}{await error}");
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    [GeneratedRegex("Now listening on: (?<url>http://[^ ]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ListeningLine();
}
