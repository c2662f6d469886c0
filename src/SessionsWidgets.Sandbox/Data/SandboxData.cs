using SessionsWidgets.Sandbox.Data.CheckIns;
using SessionsWidgets.Sandbox.Data.Events;
using SessionsWidgets.Sandbox.Data.GuestWifi;

namespace SessionsWidgets.Sandbox.Data;

/// <summary>The made-up data. The same seed and clock give the same. Thread-safe.</summary>
internal sealed class SandboxData
{
    private const int SessionCount = 5000;
    private const int CheckInCount = 2000;
    private const int GuestCount = 900;
    private const int GuestSessionCount = 5000;

    /// <param name="seed">What it is drawn from.</param>
    /// <param name="clock">The clock; the data ends at its time.</param>
    /// <param name="isHostile">Whether <see cref="HostileData"/> is added.</param>
    public SandboxData(int seed, TimeProvider clock, bool isHostile = false)
    {
        DateTimeOffset now = clock.GetUtcNow();
        IReadOnlyList<SeedSession> sessions = new SessionMaker(seed, now).Make(SessionCount);
        IReadOnlyList<DatedEvent> events =
            [.. EventCatalogue.All.Select((seedEvent, index) => new DatedEvent(Ids.Event(index), seedEvent, now))];
        IReadOnlyList<SeedCheckIn> checkIns = new CheckInMaker(new SeedRandom(seed), now).Make(CheckInCount);
        Sessions = new SessionStore(isHostile ? HostileData.Sessions(sessions, now) : sessions);
        Events = new EventStore(isHostile ? HostileData.Events(events, now) : events, clock);
        CheckIns = new CheckInStore(isHostile ? HostileData.CheckIns(checkIns, now) : checkIns);
        var random = new SeedRandom(seed);
        var guests = new GuestMaker(random);
        Guest[] all = [.. Enumerable.Range(0, GuestCount).Select(guests.Make)];
        GuestSessions = new GuestSessionStore(new GuestSessionMaker(random, guests, all, now).Make(GuestSessionCount), clock);
    }

    /// <summary>Data that was changed.</summary>
    public SandboxData(
        IEnumerable<SeedSession> sessions, IEnumerable<DatedEvent> events, IEnumerable<SeedCheckIn> checkIns,
        GuestSessionStore guestSessions, TimeProvider clock)
    {
        Sessions = new SessionStore(sessions);
        Events = new EventStore(events, clock);
        CheckIns = new CheckInStore(checkIns);
        GuestSessions = guestSessions;
    }

    public SessionStore Sessions { get; }

    public EventStore Events { get; }

    public CheckInStore CheckIns { get; }

    public GuestSessionStore GuestSessions { get; }
}
