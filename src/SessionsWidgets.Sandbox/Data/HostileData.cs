using SessionsWidgets.Sandbox.Data.CheckIns;
using SessionsWidgets.Sandbox.Data.Events;

namespace SessionsWidgets.Sandbox.Data;

/// <summary>Puts what must never become markup or template code where every widget shows it: on top, at the first venue.</summary>
internal static class HostileData
{
    /// <summary>The sessions with one more that is in progress, and one for each hostile note.</summary>
    public static IEnumerable<SeedSession> Sessions(IReadOnlyList<SeedSession> sessions, DateTimeOffset now)
    {
        Venue lounge = Catalogue.Venues[0];
        Cigar cigar = Catalogue.Cigars[^1];
        SeedSession smoking = sessions.First(s => s.Venue == lounge && s.EndedAt is null && s.StartedAt is not null);
        SeedSession rated = sessions.First(s => s.Venue == lounge && s.Rating is not null && s.EndedAt is not null);
        return
        [
            .. sessions,
            smoking with { Id = "ses_h0", Cigar = cigar, CreatedAt = now },
            .. Notes.Hostile.Select((note, index) => rated with
            {
                Id = $"ses_h{index + 1}",
                Note = note,
                Cigar = index == 0 ? cigar : rated.Cigar,
                CreatedAt = now.AddMinutes(-index - 1),
                Featured = true,
            }),
        ];
    }

    /// <summary>The check-ins with one for each hostile note.</summary>
    public static IEnumerable<SeedCheckIn> CheckIns(IReadOnlyList<SeedCheckIn> checkIns, DateTimeOffset now)
    {
        SeedCheckIn rated = checkIns.First(c => c.Venue == Catalogue.Venues[0] && c.Rating is not null);
        return
        [
            .. checkIns,
            .. Notes.Hostile.Select((note, index) =>
                rated with { Id = $"chk_h{index + 1}", Note = note, CreatedAt = now.AddMinutes(-index) }),
        ];
    }

    /// <summary>The events with a hostile one that is happening.</summary>
    public static IEnumerable<DatedEvent> Events(IReadOnlyList<DatedEvent> events, DateTimeOffset now)
    {
        SeedEvent hostile = OtherVenuesEvents.All.First(e => e.Title.Contains('<', StringComparison.Ordinal));
        TimeOnly started = TimeOnly.FromDateTime(now.UtcDateTime.AddHours(-1));
        SeedEvent running = hostile with
        {
            Venue = Catalogue.Venues[0],
            Day = EventDays.Today,
            From = started,
            To = started.AddHours(4),
            TimeZone = "UTC",
        };
        return [new DatedEvent("evt_9001", running, now), .. events];
    }
}
