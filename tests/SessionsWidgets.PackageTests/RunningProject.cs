using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace SessionsWidgets.PackageTests;

/// <summary>A web project that <c>dotnet run</c> has built and started, on a free port.</summary>
internal sealed partial class RunningProject : IAsyncDisposable
{
    private readonly Process _process;
    private readonly HttpClient _http;

    private RunningProject(Process process, Uri url, IReadOnlyList<string> lines)
    {
        _process = process;
        _http = new HttpClient { BaseAddress = url };
        Lines = lines;
    }

    public Uri Url => _http.BaseAddress!;

    /// <summary>What it has written until it listened.</summary>
    public IReadOnlyList<string> Lines { get; }

    /// <exception cref="InvalidOperationException">It ended before it listened; the message has what it wrote.</exception>
    public static async Task<RunningProject> StartAsync(string folder)
    {
        var start = Dotnet.In(folder, "run", "--no-launch-profile", "--", "--urls", "http://127.0.0.1:0");
        (start.UseShellExecute, start.RedirectStandardOutput, start.RedirectStandardError) = (false, true, true);
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var lines = new List<string>();
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            lines.Add(line);
            if (ListeningLine().Match(line) is not { Success: true } match) continue;
            // Nobody else reads what it writes; a full pipe would stop it.
            _ = process.StandardOutput.ReadToEndAsync();
            return new RunningProject(process, new Uri(match.Groups["url"].Value), lines);
        }

        await process.WaitForExitAsync();
        throw new InvalidOperationException($"The project ended before it listened:\n{string.Join('\n', lines)}\n{await error}");
    }

    /// <summary>Gets a page.</summary>
    public Task<string> GetAsync(string path) => _http.GetStringAsync(new Uri(path, UriKind.Relative));

    /// <summary>Ends it as a terminal does: <c>dotnet run</c> passes the signal on, and waits for the site.</summary>
    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        using (var signal = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]))
            await signal.WaitForExitAsync();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    [GeneratedRegex(@"Now listening on: (?<url>http://\S+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ListeningLine();
}
