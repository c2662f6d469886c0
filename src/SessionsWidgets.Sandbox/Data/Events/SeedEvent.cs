using SessionsWidgets.Sandbox.Pictures.Events;

namespace SessionsWidgets.Sandbox.Data.Events;

/// <summary>An event before it gets its id and its date.</summary>
/// <param name="Title">What it is called.</param>
/// <param name="Day">The day that it starts on, from that of today.</param>
/// <param name="From">When it starts.</param>
/// <param name="To">When it ends; on the next day when it is not later than the start. Null if nobody knows.</param>
internal sealed record SeedEvent(string Title, Func<DateOnly, DateOnly> Day, TimeOnly From, TimeOnly? To)
{
    public required string Description { get; init; }

    /// <summary>How many days after the first one it ends on.</summary>
    public int MoreDays { get; init; }

    /// <summary>The IANA zone of its times.</summary>
    public string TimeZone { get; init; } = "America/New_York";

    /// <summary>Whether the answer says the zone.</summary>
    public bool SaysTimeZone { get; init; } = true;

    public string? LocationName { get; init; } = Catalogue.Venues[0].Name;

    public string? Address { get; init; } = "Chapin, SC";

    /// <summary>Null if there is none.</summary>
    public EventPicture? Picture { get; init; }

    public bool Featured { get; init; }

    public string? ExternalUrl { get; init; }

    public string? TicketUrl { get; init; }

    public Venue Venue { get; init; } = Catalogue.Venues[0];

    /// <summary>The brand in whose list it is as well.</summary>
    public Brand? Brand { get; init; }

    /// <summary>When it takes place, and from when on it is over: at its end, or else when its first day ends.</summary>
    public (DateTimeOffset Start, DateTimeOffset? End, DateTimeOffset Over) Times(DateTimeOffset now)
    {
        TimeZoneInfo zone = TimeZoneInfo.FindSystemTimeZoneById(TimeZone);
        DateOnly day = Day(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime));
        DateTimeOffset? end = null;
        if (To is { } to)
            end = At(day.AddDays(MoreDays == 0 && to <= From ? 1 : MoreDays), to, zone);
        return (At(day, From, zone), end, end ?? At(day.AddDays(1), TimeOnly.MinValue, zone));
    }

    /// <summary>The moment of a time of day; one that the clocks skip is an hour later.</summary>
    private static DateTimeOffset At(DateOnly day, TimeOnly time, TimeZoneInfo zone)
    {
        DateTime local = day.ToDateTime(time);
        if (zone.IsInvalidTime(local))
            local = local.AddHours(1);
        return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
    }
}
