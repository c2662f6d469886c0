using System.Runtime.InteropServices;

namespace SessionsWidgets.Cli;

/// <summary>Ends a command within a second of SIGINT (Ctrl+C) or SIGTERM.</summary>
internal sealed class StopSignals : IDisposable
{
    /// <summary>How long a command may take to end by itself. Some calls of the operating system cannot be interrupted.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(700);

    private readonly CancellationTokenSource _stopping = new();
    private readonly PosixSignalRegistration[] _registrations;
    private readonly Func<bool> _tryAbandon;
    private ITimer? _exit;
    private int _exitCode;

    /// <param name="tryAbandon">What is done before the process ends in the middle of a command; false if it may not end there.</param>
    public StopSignals(Func<bool> tryAbandon)
    {
        _tryAbandon = tryAbandon;
        _registrations =
        [
            PosixSignalRegistration.Create(PosixSignal.SIGINT, context => Stop(context, ExitCode.Interrupted)),
            PosixSignalRegistration.Create(PosixSignal.SIGTERM, context => Stop(context, ExitCode.Terminated)),
        ];
    }

    /// <summary>Canceled by the first signal.</summary>
    public CancellationToken Token => _stopping.Token;

    /// <summary>Gets the exit code of the process: that of the signal, if it interrupted the command.</summary>
    public int ExitCodeOf(int command) => command == ExitCode.Interrupted ? _exitCode : command;

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var registration in _registrations) registration.Dispose();
        _exit?.Dispose();
        _stopping.Dispose();
    }

    private void Stop(PosixSignalContext context, int exitCode)
    {
        context.Cancel = true;
        if (Interlocked.CompareExchange(ref _exitCode, exitCode, 0) != 0) return;
        _stopping.Cancel();
        _exit = TimeProvider.System.CreateTimer(_ => Exit(), null, Grace, Timeout.InfiniteTimeSpan);
    }

    private void Exit()
    {
        var mayEnd = true;
        try
        {
            mayEnd = _tryAbandon();
        }
        finally
        {
            if (mayEnd) Environment.Exit(_exitCode);
        }
    }
}
