namespace SessionsWidgets;

/// <summary>The time that the widgets of a page wait for upstream in total. Simultaneous waits count once.</summary>
/// <remarks>Thread-safe. Create one for each page and set it in the requests of all its widgets. Razor and Blazor pages do this
/// themselves.</remarks>
public sealed class PageBudget
{
    private readonly Lock _lock = new();
    private TimeSpan _left;
    private int _waits;
    private long _since;

    /// <summary>Creates a budget.</summary>
    /// <param name="total">The time, such as <see cref="CachePolicy.PageBudget"/>. With zero, widgets do not wait.</param>
    /// <exception cref="ParameterException">The time is negative.</exception>
    public PageBudget(TimeSpan total)
    {
        if (total < TimeSpan.Zero) throw new ParameterException(nameof(total), $"{total:c}", "it must be 0 or more.");
        _left = total;
    }

    /// <summary>The remaining time.</summary>
    internal TimeSpan Left(TimeProvider clock)
    {
        lock (_lock) return LeftNow(clock);
    }

    /// <summary>Starts a wait, which ends when the result is disposed.</summary>
    internal Waiting Wait(TimeProvider clock)
    {
        lock (_lock)
        {
            if (_waits++ == 0) _since = clock.GetTimestamp();
            return new Waiting(this, clock, LeftNow(clock));
        }
    }

    private void End(TimeProvider clock)
    {
        lock (_lock)
        {
            var left = LeftNow(clock);
            if (--_waits == 0) _left = left;
        }
    }

    private TimeSpan LeftNow(TimeProvider clock)
    {
        if (_waits == 0) return _left;
        var left = _left - clock.GetElapsedTime(_since);
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }

    /// <param name="budget">The budget of the page.</param>
    /// <param name="clock">The clock that waits run on.</param>
    /// <param name="maxWait">The maximum wait.</param>
    internal readonly struct Waiting(PageBudget budget, TimeProvider clock, TimeSpan maxWait) : IDisposable
    {
        public TimeSpan MaxWait => maxWait;

        public void Dispose() => budget.End(clock);
    }
}
