namespace SessionsWidgets.TestSupport.Fleet;

/// <summary>How few requests upstream could have got for the same visits.</summary>
/// <remarks>
/// For each query by itself: the first visit opens a window as long as freshness; the first visit after its end opens the next one; each
/// window is a request. That is the least with which no visit is given data older than freshness, had every request been answered at
/// once. An outage is left out, for a query from its beginning until upstream has first answered that query again: no visit opens a
/// window in that time, and that answer opens one.
/// </remarks>
public static class LeastRequests
{
    /// <param name="visits">The times of a query's visits, in order.</param>
    /// <param name="freshFor">The length of a window.</param>
    /// <param name="outage">When the outage began.</param>
    /// <param name="recovery">When the first request after the outage came that was answered; null if there was none.</param>
    public static int Count(IEnumerable<TimeSpan> visits, TimeSpan freshFor, TimeSpan outage, TimeSpan? recovery)
    {
        ArgumentNullException.ThrowIfNull(visits);
        var (count, end) = (0, TimeSpan.MinValue);
        foreach (var visit in visits.Where(at => at < outage)) Visit(visit);
        if (recovery is not { } back) return count;
        Visit(back);
        foreach (var visit in visits.Where(at => at >= back)) Visit(visit);
        return count;

        void Visit(TimeSpan at)
        {
            if (at < end) return;
            count++;
            end = at + freshFor;
        }
    }
}
