namespace SessionsWidgets;

/// <summary>Gets the events of a calendar from the cache or upstream, within one wait and the limits of pages.</summary>
internal sealed class CalendarQuery(BusinessContext business, TimeSpan? maxWait)
{
    private readonly RenderDeadline _wait = new(maxWait ?? business.Client.Policy.PageBudget, business.Client.WaitingClock);

    /// <returns>The events; without any, the reason.</returns>
    public async ValueTask<CacheResult<EventPage>> GetAsync(EventStatus status, CancellationToken cancellationToken)
    {
        var events = business.Api.Events;
        var query = new EventQuery { Status = status };
        var cached = business.Query(events, query);
        var result = await cached.GetAsync(_wait.Left, _wait.IsUnlimited, cancellationToken);
        if (result.Value is { } page)
            return result with { Value = events.Kind.Show(page, query, business.TimeZone, business.Client.Clock.GetUtcNow()) };
        return result.Failure is not null
            ? result
            : result with { Failure = new ApiException(ApiFailure.TimedOut, events.AddressOf(cached.Key), "it has not responded yet.") };
    }
}
