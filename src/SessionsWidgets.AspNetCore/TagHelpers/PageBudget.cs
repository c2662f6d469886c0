using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace SessionsWidgets.AspNetCore;

/// <summary>How long the widgets of one page may still wait. Razor runs tag helpers one after the other, so they share it. Lives for one request.</summary>
internal sealed class PageBudget
{
    private readonly TimeProvider _clock;

    private PageBudget(TimeProvider clock, TimeSpan total)
    {
        _clock = clock;
        Left = total;
    }

    public TimeSpan Left { get; private set; }

    public static PageBudget Of(HttpContext http, TimeSpan total)
    {
        if (http.Items[typeof(PageBudget)] is PageBudget budget) return budget;
        budget = new PageBudget(http.RequestServices.GetRequiredService<TimeProvider>(), total);
        http.Items[typeof(PageBudget)] = budget;
        return budget;
    }

    /// <summary>Takes the time until the result is disposed off the budget.</summary>
    public Spending Spend() => new(this, _clock.GetTimestamp());

    internal readonly struct Spending(PageBudget budget, long started) : IDisposable
    {
        public void Dispose()
        {
            var left = budget.Left - budget._clock.GetElapsedTime(started);
            budget.Left = left > TimeSpan.Zero ? left : TimeSpan.Zero;
        }
    }
}
