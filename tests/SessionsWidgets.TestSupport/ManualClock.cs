using System.Collections.Concurrent;
using Microsoft.Extensions.Time.Testing;

namespace SessionsWidgets.TestSupport;

/// <summary>A clock that stands until a test advances it, counts the timers that wait, and can be set back. Thread-safe.</summary>
public sealed class ManualClock(DateTimeOffset start) : FakeTimeProvider(start)
{
    private readonly ConcurrentDictionary<ITimer, bool> _waiting = new();
    private long _setBack;

    public ManualClock()
        : this(new DateTimeOffset(2026, 7, 18, 23, 30, 0, TimeSpan.Zero))
    {
    }

    /// <summary>How many timers are waiting.</summary>
    public int Timers => _waiting.Count;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddTicks(-Interlocked.Read(ref _setBack));

    public override long GetTimestamp() => base.GetUtcNow().UtcTicks;

    /// <summary>
    /// Sets what the clock shows back; no time passes or is lost by that. <see cref="FakeTimeProvider.AdjustTime"/> would
    /// change the time that passes, too.
    /// </summary>
    public void SetBack(TimeSpan by) => Interlocked.Add(ref _setBack, by.Ticks);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var never = Timeout.InfiniteTimeSpan;
        var timer = new CountedTimer(this, callback, fire => base.CreateTimer(fire, state, never, never));
        timer.Change(dueTime, period);
        return timer;
    }

    private sealed class CountedTimer : ITimer
    {
        private readonly Lock _lock = new();
        private readonly ManualClock _clock;
        private readonly TimerCallback _callback;
        private readonly ITimer _timer;
        private bool _isPending;
        private bool _repeats;

        public CountedTimer(ManualClock clock, TimerCallback callback, Func<TimerCallback, ITimer> create)
        {
            _clock = clock;
            _callback = callback;
            _timer = create(Fire);
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            Rest(isPending: dueTime != Timeout.InfiniteTimeSpan, repeats: period > TimeSpan.Zero);
            if (!_timer.Change(dueTime, period)) return false;
            // Only a timer that is set is counted: whoever counts it may advance the clock. It may have fired by now.
            lock (_lock)
            {
                if (_isPending) _clock._waiting.TryAdd(this, true);
            }

            return true;
        }

        public void Dispose()
        {
            _timer.Dispose();
            Rest(isPending: false, repeats: false);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }

        private void Fire(object? state)
        {
            if (!_repeats) Rest(isPending: false, repeats: false);
            _callback(state);
        }

        private void Rest(bool isPending, bool repeats)
        {
            lock (_lock)
            {
                (_isPending, _repeats) = (isPending, repeats);
                _clock._waiting.TryRemove(this, out _);
            }
        }
    }
}
