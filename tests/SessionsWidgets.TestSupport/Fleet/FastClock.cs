namespace SessionsWidgets.TestSupport.Fleet;

/// <summary>A clock that begins at a fixed time and runs several times as fast as the machine's, timers too. Thread-safe.</summary>
internal sealed class FastClock(int timesFaster) : TimeProvider
{
    private static readonly DateTimeOffset s_start = new(2026, 7, 18, 12, 0, 0, TimeSpan.Zero);

    private readonly long _started = System.GetTimestamp();

    /// <summary>How much of its time has passed.</summary>
    public TimeSpan Elapsed => System.GetElapsedTime(_started) * timesFaster;

    public override DateTimeOffset GetUtcNow() => s_start + Elapsed;

    public override long GetTimestamp() => (System.GetTimestamp() - _started) * timesFaster;

    /// <summary>The machine's time for one of this clock.</summary>
    public TimeSpan ToReal(TimeSpan time) => time <= TimeSpan.Zero ? time : time / timesFaster;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        new FastTimer(this, System.CreateTimer(callback, state, ToReal(dueTime), ToReal(period)));

    private sealed class FastTimer(FastClock clock, ITimer timer) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => timer.Change(clock.ToReal(dueTime), clock.ToReal(period));

        public void Dispose() => timer.Dispose();

        public ValueTask DisposeAsync() => timer.DisposeAsync();
    }
}
