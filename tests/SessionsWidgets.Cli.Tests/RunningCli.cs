using System.Text;
using SessionsWidgets.TestSupport;

namespace SessionsWidgets.Cli.Tests;

/// <summary>A command line in this process that runs until it is told to end.</summary>
internal sealed class RunningCli : IAsyncDisposable
{
    private readonly CancellationTokenSource _ending = new();
    private readonly HeardStream _output = new();
    private readonly HeardStream _error = new();
    private readonly StreamWriter _errorWriter;
    private readonly Task<int> _run;

    private RunningCli(string workingDirectory, string[] arguments, (string Name, string Value)[] variables, TimeProvider clock)
    {
        _errorWriter = new StreamWriter(_error, new UTF8Encoding(false)) { AutoFlush = true };
        var cli = new CommandLine(new CliEnvironment
        {
            Output = _output,
            Error = TextWriter.Synchronized(_errorWriter),
            Variables = variables.ToDictionary(v => v.Name, v => v.Value),
            WorkingDirectory = workingDirectory,
            Clock = clock,
        });
        _run = Task.Run(() => cli.RunAsync(arguments, _ending.Token));
    }

    public string Output => _output.Text;

    public string Error => _error.Text;

    public static RunningCli Start(
        string workingDirectory, string[] arguments, TimeProvider? clock = null, params (string Name, string Value)[] variables) =>
        new(workingDirectory, arguments, variables, clock ?? new ManualClock());

    /// <summary>Waits until it has said something, on either way.</summary>
    /// <exception cref="InvalidOperationException">It ended before.</exception>
    public Task SaysAsync(string text) => Talk.WaitForAsync(
        text, () => (Output, Error), () => Task.WhenAny(_output.Written, _error.Written, _run), () => _run.IsCompleted);

    /// <summary>Waits until the site is served.</summary>
    /// <returns>Where.</returns>
    public Task<Uri> ServesAsync() => Talk.ServesAsync(SaysAsync, () => Output);

    /// <summary>Ends it, as a signal does.</summary>
    public async Task<int> EndAsync()
    {
        await _ending.CancelAsync();
        return await _run;
    }

    public async ValueTask DisposeAsync()
    {
        await EndAsync();
        _ending.Dispose();
        await _errorWriter.DisposeAsync();
    }

    /// <summary>What is written can be read at any time. Thread-safe.</summary>
    private sealed class HeardStream : MemoryStream
    {
        private readonly Lock _lock = new();
        private TaskCompletionSource _written = new(TaskCreationOptions.RunContinuationsAsynchronously);

        /// <summary>Ends when more is written.</summary>
        public Task Written
        {
            get
            {
                lock (_lock) return _written.Task;
            }
        }

        public string Text
        {
            get
            {
                lock (_lock) return Encoding.UTF8.GetString(ToArray());
            }
        }

        public override void Write(byte[] buffer, int offset, int count)
        {
            lock (_lock)
            {
                base.Write(buffer, offset, count);
                _written.SetResult();
                _written = new(TaskCreationOptions.RunContinuationsAsynchronously);
            }
        }

        // A stream that is derived from writes spans by the other method.
        public override void Write(ReadOnlySpan<byte> buffer) => Write(buffer.ToArray(), 0, buffer.Length);

        public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        {
            Write(buffer, offset, count);
            return Task.CompletedTask;
        }

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Write(buffer.Span);
            return ValueTask.CompletedTask;
        }
    }
}
