namespace SessionsWidgets.Cli.Watch;

/// <summary>Tells when something has happened, and then nothing for a moment: who writes files seldom writes one. Thread-safe.</summary>
internal sealed class QuietPeriod : IDisposable
{
    /// <summary>Longer than an editor takes from emptying a file to writing it.</summary>
    public static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(15);

    /// <summary>For how long it is not told of what never ends.</summary>
    public static readonly TimeSpan MaxDelay = TimeSpan.FromSeconds(1);

    private readonly TimeProvider _clock;
    private readonly ITimer _timer;
    private readonly Lock _lock = new();
    private readonly SemaphoreSlim _ended = new(0, 1);
    private long? _began;

    public QuietPeriod(TimeProvider clock)
    {
        _clock = clock;
        _timer = clock.CreateTimer(_ => End(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Notes that something happens.</summary>
    public void Begin()
    {
        lock (_lock)
        {
            _began ??= _clock.GetTimestamp();
            var left = MaxDelay - _clock.GetElapsedTime(_began.Value);
            _timer.Change(left < Quiet ? left > TimeSpan.Zero ? left : TimeSpan.Zero : Quiet, Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>Waits until something has happened since the last wait, or for the longest time.</summary>
    /// <exception cref="OperationCanceledException">The token was canceled.</exception>
    public Task WaitAsync(TimeSpan longest, CancellationToken cancellationToken) => _ended.WaitAsync(longest, cancellationToken);

    public void Dispose()
    {
        _timer.Dispose();
        _ended.Dispose();
    }

    private void End()
    {
        lock (_lock)
        {
            if (_began is null) return;
            _began = null;
            if (_ended.CurrentCount == 0) _ended.Release();
        }
    }
}
