using System.Diagnostics;
using System.Globalization;
using SessionsWidgets.TestSupport.Faults;

namespace SessionsWidgets.NativeTests;

/// <summary>The launcher, whose program waits for an API that never answers.</summary>
internal sealed class WaitingLauncher : IAsyncDisposable
{
    private readonly TaskCompletionSource _asked = new();
    private readonly TaskCompletionSource _gone = new();
    private readonly RawServer _api;
    private readonly Process _process;

    private WaitingLauncher(NpmPackages packages)
    {
        _api = new RawServer(async (_, _, stream, closing) =>
        {
            _asked.TrySetResult();
            try
            {
                await stream.ReadExactlyAsync(new byte[1], closing);
            }
            catch (IOException)
            {
                _gone.TrySetResult();
            }
        });
        var start = packages.Start(
            packages.Project, packages.Installed(".bin", "sessions-widgets"),
            ["render", "recent-smokes", "--api-base-url", $"http://127.0.0.1:{_api.Port}/", "--business-id", "stogies-chapin"]);
        start.Environment["SessionsWidgets__ApiKey"] = "key";
        (start.RedirectStandardOutput, start.RedirectStandardError) = (true, true);
        _process = Process.Start(start)!;
    }

    public int Id => _process.Id;

    /// <summary>Starts it, and waits until its program waits.</summary>
    /// <exception cref="InvalidOperationException">It ended before; the message has what it wrote.</exception>
    public static async Task<WaitingLauncher> StartAsync(NpmPackages packages)
    {
        var launcher = new WaitingLauncher(packages);
        var ended = launcher._process.WaitForExitAsync();
        if (await Task.WhenAny(launcher._asked.Task, ended) != ended) return launcher;
        throw new InvalidOperationException($"It did not ask:\n{await launcher._process.StandardError.ReadToEndAsync()}");
    }

    /// <summary>The id of its program: Linux lists the children of a process.</summary>
    public async Task<int> ReadProgramIdAsync()
    {
        var id = Id.ToString(CultureInfo.InvariantCulture);
        return int.Parse(await File.ReadAllTextAsync($"/proc/{id}/task/{id}/children"), CultureInfo.InvariantCulture);
    }

    /// <summary>Waits for the end of both.</summary>
    /// <returns>The exit code of the launcher; 128 and the signal that ended it.</returns>
    public async Task<int> WaitForEndAsync()
    {
        await _process.WaitForExitAsync();
        await _gone.Task;
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        _process.Dispose();
        await _api.DisposeAsync();
    }
}
