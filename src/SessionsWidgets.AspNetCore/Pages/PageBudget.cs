using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace SessionsWidgets.AspNetCore;

/// <summary>
/// How long the widgets of one page may still wait. They share it: Razor runs tag helpers one after the other, Blazor lets
/// components wait at the same time, and time in which several wait counts once. Lives for one request.
/// </summary>
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

    /// <summary>Lets a widget wait, until the result is disposed.</summary>
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

    /// <summary>What is left while a widget waits.</summary>
    private TimeSpan Left()
    {
        var left = _left - _clock.GetElapsedTime(_since);
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }

    /// <param name="budget">What the time is taken off.</param>
    /// <param name="patience">How long the widget may wait.</param>
    internal readonly struct Waiting(PageBudget budget, TimeSpan patience) : IDisposable
    {
        public TimeSpan Patience => patience;

        public void Dispose() => budget.End();
    }
}
