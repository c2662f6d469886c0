using Microsoft.AspNetCore.Http;

namespace SessionsWidgets.AspNetCore;

/// <summary>The remaining wait time that the widgets of a page share. Parallel waits count once. Scoped to a request.</summary>
internal sealed class PageBudget
{
    private readonly TimeProvider _waiting;
    private readonly Lock _lock = new();
    private TimeSpan _left;
    private int _waits;
    private long _since;

    private PageBudget(TimeProvider waiting, TimeSpan total)
    {
        _waiting = waiting;
        _left = total;
    }

    /// <param name="http">The request.</param>
    /// <param name="waiting">The clock that waits run on.</param>
    /// <param name="total">How long the page may wait.</param>
    public static PageBudget Of(HttpContext http, TimeProvider waiting, TimeSpan total)
    {
        if (http.Items[typeof(PageBudget)] is PageBudget budget) return budget;
        budget = new PageBudget(waiting, total);
        http.Items[typeof(PageBudget)] = budget;
        return budget;
    }

    /// <summary>Starts a wait, which ends when the result is disposed.</summary>
    public Waiting Wait()
    {
        lock (_lock)
        {
            if (_waits++ == 0) _since = _waiting.GetTimestamp();
            return new Waiting(this, Left());
        }
    }

    private void End()
    {
        lock (_lock)
        {
            if (--_waits == 0) _left = Left();
        }
    }

    /// <summary>The remaining time during a wait.</summary>
    private TimeSpan Left()
    {
        var left = _left - _waiting.GetElapsedTime(_since);
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }

    /// <param name="budget">The budget of the page.</param>
    /// <param name="maxWait">The maximum wait.</param>
    internal readonly struct Waiting(PageBudget budget, TimeSpan maxWait) : IDisposable
    {
        public TimeSpan MaxWait => maxWait;

        public void Dispose() => budget.End();
    }
}
