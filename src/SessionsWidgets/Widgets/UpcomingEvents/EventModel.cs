namespace SessionsWidgets;

/// <summary>An event as templates see it, at a point in time and in its own time zone. Immutable.</summary>
internal sealed class EventModel
{
    private const string IdGap = "{id}";

    public EventModel(BusinessEvent source, WidgetContext context, string? calendarUrl)
    {
        var (zone, now) = (source.TimeZone ?? context.Business.TimeZone, context.Time);
        var isRelative = context.Dates == DateStyle.Relative;
        Event = source;
        When = LocalPeriod.Of(zone, source.StartsAt, source.EndsAt, source.StartsOnDay, source.EndsOnDay);
        var (day, today) = (DateOnly.FromDateTime(When.Start), LocalDay.Of(now, zone));
        Date = NoonOf(day, context.Business.TimeZone);
        IsOver = source.HasEnded(now);
        IsHappening = isRelative && source.IsHappening(now);
        IsToday = isRelative && day == today;
        IsTomorrow = isRelative && day == today.AddDays(1);
        ShowYear = !isRelative || day.Year != today.Year;
        Zone = When.IsDays ? null : EventZone.Of(zone, context.Business.TimeZone, source.StartsAt);
        Summary = ShortText.Of(source.Description);
        CalendarUrl = IsOfEach(calendarUrl) && !IsOver
            ? calendarUrl!.Replace(IdGap, Uri.EscapeDataString(source.Id), StringComparison.Ordinal)
            : null;
        FreshUntil = NextChange(source, zone, day, now, isRelative);
    }

    public BusinessEvent Event { get; }

    public LocalPeriod When { get; }

    /// <summary>Noon of the first day in the zone of the rendering, which no daylight saving moves to another day.</summary>
    public DateTimeOffset Date { get; }

    public bool IsOver { get; }

    public bool IsHappening { get; }

    public bool IsToday { get; }

    public bool IsTomorrow { get; }

    public bool ShowYear { get; }

    /// <summary>The time zone if it is not that of the business.</summary>
    public EventZone? Zone { get; }

    /// <summary>The description, cut at the end of a word if it is long.</summary>
    public string? Summary { get; }

    public string? CalendarUrl { get; }

    /// <summary>When one of the words changes: the event starts or is over, its day comes or goes, the year ends.</summary>
    public DateTimeOffset FreshUntil { get; }

    /// <summary>Whether a link to a calendar is one for each event.</summary>
    public static bool IsOfEach(string? calendarUrl) => calendarUrl?.Contains(IdGap, StringComparison.Ordinal) == true;

    public static void Describe(TypeMembers<EventModel> members) => members
        .Member("id", e => e.Event.Id)
        .Member("title", e => e.Event.Title)
        .Member("description", e => e.Event.Description)
        .Member("summary", e => e.Summary)
        .Member("starts_at", e => e.Event.StartsAt)
        .Member("ends_at", e => e.Event.EndsAt)
        .Member("date", e => e.Date)
        .Member("day", e => DateOnly.FromDateTime(e.When.Start).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))
        .Member("when", e => new PeriodValue(e.When))
        .Member("all_day", e => e.When.IsDays)
        .Member("today", e => e.IsToday)
        .Member("tomorrow", e => e.IsTomorrow)
        .Member("happening", e => e.IsHappening)
        .Member("over", e => e.IsOver)
        .Member("show_year", e => e.ShowYear)
        .Member("zone_city", e => e.Zone?.City)
        .Member("zone_offset", e => e.Zone?.Offset)
        .Member("location_name", e => e.Event.LocationName)
        .Member("address", e => e.Event.Address)
        .Picture("image_url", e => e.Event.ImageUrl)
        .Member("featured", e => e.Event.IsFeatured)
        .Member("url", e => e.Event.ExternalUrl?.AbsoluteUri)
        .Member("ticket_url", e => e.IsOver ? null : e.Event.TicketUrl?.AbsoluteUri)
        .Member("calendar_url", e => e.CalendarUrl);

    private static DateTimeOffset NextChange(BusinessEvent source, TimeZoneInfo zone, DateOnly day, DateTimeOffset now, bool isRelative)
    {
        IEnumerable<DateTimeOffset> changes = isRelative
            ?
            [
                source.OverAt, source.StartsAt, LocalDay.StartOf(day.AddDays(-1), zone), LocalDay.StartOf(day, zone),
                LocalDay.StartOf(day.AddDays(1), zone), LocalDay.StartOf(new DateOnly(LocalDay.Of(now, zone).Year + 1, 1, 1), zone),
            ]
            : [source.OverAt];
        return changes.Where(change => change > now).DefaultIfEmpty(DateTimeOffset.MaxValue).Min();
    }

    private static DateTimeOffset NoonOf(DateOnly day, TimeZoneInfo zone)
    {
        var noon = day.ToDateTime(new TimeOnly(12, 0));
        return new(noon, zone.GetUtcOffset(noon));
    }
}
