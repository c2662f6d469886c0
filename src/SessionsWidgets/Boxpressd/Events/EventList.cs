using System.Text.Json;

namespace SessionsWidgets;

/// <summary>The events of a business.</summary>
internal sealed class EventList : ListKind<EventQuery, BusinessEvent, EventPage>
{
    public static EventList Instance { get; } = new();

    public override string Name => "boxpressd/events";

    public override bool FetchesAll => true;

    public override BusinessEvent? Read(JsonElement item, ItemReader reader)
    {
        var wire = PayloadJson.Item(item, WireContext.Default.WireEvent);
        if (wire is null || reader.Text(wire.Id) is not { } id || reader.Text(wire.Title) is not { } title) return null;
        if (reader.Date(wire.StartsAt) is not { } starts) return null;
        var (startsOnDay, endsOnDay) = (WireDate.IsDay(wire.StartsAt), WireDate.IsDay(wire.EndsAt));
        var ends = reader.Date(wire.EndsAt);
        // Of a day without a time, only the zone tells the time: see BusinessEvent.In. It may be the day of the start, as a whole.
        if (!startsOnDay && !endsOnDay) ends = reader.Corrections.Check("duration", ends, ends > starts ? ends : null);
        return new BusinessEvent
        {
            Id = id,
            Title = title,
            Description = reader.Note(wire.Description),
            StartsAt = starts,
            EndsAt = ends,
            StartsOnDay = startsOnDay,
            EndsOnDay = endsOnDay && ends is not null,
            TimeZone = reader.TimeZone(wire.Timezone),
            LocationName = reader.Text(wire.LocationName),
            Address = reader.Text(wire.Address),
            ImageUrl = reader.Picture(wire.ImageUrl),
            IsFeatured = wire.Featured == true,
            ExternalUrl = reader.Link(wire.ExternalUrl),
            TicketUrl = reader.Link(wire.TicketUrl),
        };
    }

    public override string IdOf(BusinessEvent item) => item.Id;

    public override long SizeOf(BusinessEvent item) =>
        ItemSize.Item + ItemSize.Of(item.Id) + ItemSize.Of(item.Title) + ItemSize.Of(item.Description) + ItemSize.Of(item.LocationName)
        + ItemSize.Of(item.Address) + ItemSize.Of(item.ImageUrl) + ItemSize.Of(item.ExternalUrl) + ItemSize.Of(item.TicketUrl);

    public override EventPage ToPage(IEnumerable<BusinessEvent> items) => new() { Events = [.. items] };

    /// <summary>Applies the status by the time: upstream's is that of the fetch.</summary>
    public override EventPage Show(EventPage page, EventQuery query, TimeZoneInfo zone, DateTimeOffset now)
    {
        var events = page.Events.Where(e => (query.Featured ?? e.IsFeatured) == e.IsFeatured).Select(e => e.In(zone)).ToList();
        var shown = query.Status switch
        {
            EventStatus.Upcoming => events.Where(e => !e.HasEnded(now)),
            EventStatus.Past => events.Where(e => e.HasEnded(now)),
            _ => events,
        };
        var sorted = query.Status == EventStatus.Past
            ? shown.OrderByDescending(static e => e.StartsAt)
            : shown.OrderBy(static e => e.StartsAt);
        return page with
        {
            Events =
            [
                .. sorted.ThenBy(static e => e.Id, StringComparer.Ordinal).Skip(query.Offset ?? 0).Take(query.Limit ?? ListQuery.MaxLimit),
            ],
            ValidUntil = query.Status == EventStatus.All
                ? DateTimeOffset.MaxValue
                : events.Where(e => !e.HasEnded(now)).Select(static e => e.OverAt).DefaultIfEmpty(DateTimeOffset.MaxValue).Min(),
        };
    }
}
