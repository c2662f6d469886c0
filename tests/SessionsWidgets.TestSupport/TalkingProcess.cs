using System.Diagnostics;
using System.Text;

namespace SessionsWidgets.TestSupport;

/// <summary>A process that runs until it is told to end, and says what it does, line by line.</summary>
public sealed class TalkingProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly StringBuilder _error = new();
    private readonly Lock _lock = new();
    private TaskCompletionSource _said = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private TalkingProcess(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, line) => Hear(_output, line.Data);
        process.ErrorDataReceived += (_, line) => Hear(_error, line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public string Output => Text(_output);

    public string Error => Text(_error);

    /// <param name="workingDirectory">Where it starts.</param>
    /// <param name="command">The program and its arguments.</param>
    public static TalkingProcess Start(string workingDirectory, params IEnumerable<string> command) =>
        Start(workingDirectory, [], command);

    /// <param name="workingDirectory">Where it starts.</param>
    /// <param name="variables">What is added to its environment.</param>
    /// <param name="command">The program and its arguments.</param>
    public static TalkingProcess Start(
        string workingDirectory, IEnumerable<KeyValuePair<string, string>> variables, IEnumerable<string> command)
    {
        // Whoever runs the tests in the background may have told all that they start to ignore SIGINT.
        var start = new ProcessStartInfo("env", ["--default-signal=INT,TERM", .. command])
        {
            WorkingDirectory = workingDirectory, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        foreach (var (name, value) in variables) start.Environment[name] = value;
        return new TalkingProcess(Process.Start(start)!);
    }

    /// <summary>Waits until it has said something, on either way.</summary>
    /// <exception cref="InvalidOperationException">It ended before.</exception>
    public Task SaysAsync(string text) => Talk.WaitForAsync(text, () => (Output, Error), () => _said.Task, () => _process.HasExited);

    /// <summary>Waits until <c>sessions-widgets serve</c> serves its site.</summary>
    /// <returns>Where.</returns>
    public Task<Uri> ServesAsync() => Talk.ServesAsync(SaysAsync, () => Output);

    /// <summary>Sends a signal, such as INT.</summary>
    public Task SignalAsync(string signal) => Signal.SendAsync(signal, _process.Id);

    /// <summary>Waits for its end.</summary>
    public async Task<int> EndAsync()
    {
        await _process.WaitForExitAsync();
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private string Text(StringBuilder text)
    {
        lock (_lock) return text.ToString();
    }

    private void Hear(StringBuilder text, string? line)
    {
        TaskCompletionSource said;
        lock (_lock)
        {
            if (line is not null) text.AppendLine(line);
            said = _said;
            _said = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        said.SetResult();
    }
}
