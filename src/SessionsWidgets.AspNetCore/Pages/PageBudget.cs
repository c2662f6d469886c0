using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace SessionsWidgets.AspNetCore;

/// <summary>The remaining wait time that the widgets of a page share. Parallel waits count once. Scoped to a request.</summary>
internal sealed class PageBudget
{
    private readonly TimeProvider _clock;
    private readonly Lock _lock = new();
    private TimeSpan _left;
    private int _waiting;
    private long _since;

    private PageBudget(TimeProvider clock, TimeSpan total)
    {
        _clock = clock;
        _left = total;
    }

    public static PageBudget Of(HttpContext http, TimeSpan total)
    {
        if (http.Items[typeof(PageBudget)] is PageBudget budget) return budget;
        budget = new PageBudget(http.RequestServices.GetRequiredService<TimeProvider>(), total);
        http.Items[typeof(PageBudget)] = budget;
        return budget;
    }

    /// <summary>Starts a wait, which ends when the result is disposed.</summary>
    public Waiting Wait()
    {
        lock (_lock)
        {
            if (_waiting++ == 0) _since = _clock.GetTimestamp();
            return new Waiting(this, Left());
        }
    }

    private void End()
    {
        lock (_lock)
        {
            if (--_waiting == 0) _left = Left();
        }
    }

    /// <summary>The remaining time during a wait.</summary>
    private TimeSpan Left()
    {
        var left = _left - _clock.GetElapsedTime(_since);
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
