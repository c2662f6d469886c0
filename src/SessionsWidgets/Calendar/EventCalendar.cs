namespace SessionsWidgets;

/// <summary>An iCalendar file (RFC 5545) with events of a business, for calendars to import or subscribe to.</summary>
/// <remarks>Immutable and thread-safe. Times are in UTC; calendars show them in their own time zone. The same events give the same
/// bytes.</remarks>
public sealed class EventCalendar
{
    /// <summary>The media type of <see cref="Utf8"/>.</summary>
    public const string ContentType = "text/calendar; charset=utf-8";

    private string? _etag;

    private EventCalendar(BusinessContext business, IEnumerable<BusinessEvent> events)
    {
        var calendar = new CalendarWriter();
        calendar.Write("BEGIN", "VCALENDAR");
        calendar.Write("VERSION", "2.0");
        calendar.Write("PRODID", "-//SessionsWidgets//Events//EN");
        calendar.Write("CALSCALE", "GREGORIAN");
        // The name by RFC 7986, and the one that is older and more widely read; so with the time between two requests.
        calendar.WriteText("NAME", business.Name);
        calendar.WriteText("X-WR-CALNAME", business.Name);
        calendar.Write("REFRESH-INTERVAL;VALUE=DURATION", "PT1H");
        calendar.Write("X-PUBLISHED-TTL", "PT1H");
        var isEmpty = true;
        foreach (var item in events)
        {
            EventComponent.Write(calendar, business, item);
            isEmpty = false;
        }

        if (isEmpty) WriteZone(calendar);
        calendar.Write("END", "VCALENDAR");
        Utf8 = calendar.Written.ToArray();
    }

    /// <summary>The file in UTF-8, without a byte order mark.</summary>
    public ReadOnlyMemory<byte> Utf8 { get; }

    /// <summary>The time when the data expires; the maximum value for events that code passes to <see cref="Create"/>.</summary>
    public DateTimeOffset FreshUntil { get; private init; } = DateTimeOffset.MaxValue;

    /// <summary>Whether the data is a last good response that is stale.</summary>
    public bool IsStale { get; private init; }

    /// <summary>The error of the last fetch; null if it succeeded or is pending.</summary>
    public ApiException? Error { get; private init; }

    /// <summary>A weak entity tag of the bytes, as sent in the <c>ETag</c> header.</summary>
    public string ETag => _etag ??= EntityTag.Of(Utf8.Span);

    /// <summary>Creates a calendar of events, such as those of a query.</summary>
    /// <param name="business">The business. The calendar has its name.</param>
    /// <param name="events">The events, in any order.</param>
    public static EventCalendar Create(BusinessContext business, IEnumerable<BusinessEvent> events)
    {
        ArgumentNullException.ThrowIfNull(business);
        ArgumentNullException.ThrowIfNull(events);
        return new EventCalendar(business, events);
    }

    /// <summary>Gets the calendar of all upcoming events, including those that are happening, to subscribe to.</summary>
    /// <param name="business">The business.</param>
    /// <param name="maxWait">The maximum wait if nothing is cached, or <see cref="Timeout.InfiniteTimeSpan"/>. Default:
    /// <see cref="CachePolicy.PageBudget"/>.</param>
    /// <param name="cancellationToken">Cancels the wait. The fetch continues and fills the cache.</param>
    /// <exception cref="ApiException">Upstream failed or has not responded in time, and there is no last good response.</exception>
    /// <exception cref="OperationCanceledException">The token was canceled.</exception>
    public static async Task<EventCalendar> GetAsync(
        BusinessContext business, TimeSpan? maxWait = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(business);
        var page = await new CalendarQuery(business, maxWait).GetAsync(EventStatus.Upcoming, cancellationToken);
        return Of(business, page, page.Value?.Events ?? throw page.Failure!);
    }

    /// <summary>Gets the calendar of one event, which may be over.</summary>
    /// <param name="business">The business.</param>
    /// <param name="id">The event's <see cref="BusinessEvent.Id"/>.</param>
    /// <param name="maxWait">The maximum wait if nothing is cached, or <see cref="Timeout.InfiniteTimeSpan"/>. Default:
    /// <see cref="CachePolicy.PageBudget"/>.</param>
    /// <param name="cancellationToken">Cancels the wait. The fetch continues and fills the cache.</param>
    /// <returns>The calendar; null if there is no event with the id.</returns>
    /// <exception cref="ApiException">Upstream failed or has not responded in time, and there is no last good response.</exception>
    /// <exception cref="OperationCanceledException">The token was canceled.</exception>
    public static async Task<EventCalendar?> GetEventAsync(
        BusinessContext business, string id, TimeSpan? maxWait = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(business);
        ArgumentNullException.ThrowIfNull(id);
        var query = new CalendarQuery(business, maxWait);
        ApiException? failure = null;
        // Upcoming events first: they are in the cache where a page shows them.
        foreach (var status in (EventStatus[])[EventStatus.Upcoming, EventStatus.All])
        {
            var page = await query.GetAsync(status, cancellationToken);
            if (page.Value?.Events.FirstOrDefault(e => e.Id == id) is { } item) return Of(business, page, [item]);
            if (page.Value is null) failure ??= page.Failure;
        }

        return failure is null ? null : throw failure;
    }

    /// <summary>Returns the file as text.</summary>
    public override string ToString() => Encoding.UTF8.GetString(Utf8.Span);

    private static EventCalendar Of(BusinessContext business, CacheResult<EventPage> page, IEnumerable<BusinessEvent> events) =>
        new(business, events)
        {
            FreshUntil = page.FreshUntil < page.Value!.ValidUntil ? page.FreshUntil : page.Value.ValidUntil,
            IsStale = page.IsStale,
            Error = page.Failure,
        };

    /// <summary>Writes a time zone: the standard requires a component, also if there is no event.</summary>
    private static void WriteZone(CalendarWriter calendar)
    {
        calendar.Write("BEGIN", "VTIMEZONE");
        calendar.Write("TZID", "UTC");
        calendar.Write("BEGIN", "STANDARD");
        calendar.Write("DTSTART", "19700101T000000");
        calendar.Write("TZOFFSETFROM", "+0000");
        calendar.Write("TZOFFSETTO", "+0000");
        calendar.Write("END", "STANDARD");
        calendar.Write("END", "VTIMEZONE");
    }
}
