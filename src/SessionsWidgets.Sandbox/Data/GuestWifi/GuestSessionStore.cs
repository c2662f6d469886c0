using SessionsWidgets.Sandbox.Answers.GuestWifi;

namespace SessionsWidgets.Sandbox.Data.GuestWifi;

/// <summary>The guest sessions. Immutable and thread-safe.</summary>
/// <param name="sessions">The sessions, the oldest first.</param>
/// <param name="clock">The clock by which those without an end go on.</param>
internal sealed class GuestSessionStore(IReadOnlyList<SeedGuestSession> sessions, TimeProvider clock)
{
    /// <summary>Those that started last first.</summary>
    private readonly SeedGuestSession[] _sessions =
    [
        .. sessions.Select((session, number) => (session, number))
            .OrderByDescending(s => s.session.Started.ToUnixTimeSeconds()).ThenByDescending(s => s.number).Select(s => s.session),
    ];

    /// <summary>The same sessions, each one changed.</summary>
    public GuestSessionStore With(Func<SeedGuestSession, SeedGuestSession> change) =>
        new([.. _sessions.Reverse().Select(change)], clock);

    public IReadOnlyList<GuestSessionJson> Read(GuestSessionFilter filter, int limit, long offset) =>
        [.. _sessions.Where(filter.Takes).Skip((int)Math.Min(offset, int.MaxValue)).Take(limit).Select(Answer)];

    public long Count(GuestSessionFilter filter) => _sessions.LongCount(filter.Takes);

    /// <summary>The last session at an address, wherever that was; null if nobody had it.</summary>
    public AddressDuration? Duration(string ip)
    {
        SeedGuestSession? session = _sessions.Where(s => s.Ip == ip).OrderBy(s => s.Ended is not null).FirstOrDefault();
        return session is { Guest: var guest }
            ? new AddressDuration(ip, guest.Username, guest.Name, guest.Email, Seconds(session))
            : null;
    }

    private GuestSessionJson Answer(SeedGuestSession session)
    {
        bool isOnline = session.Ended is null;
        return new GuestSessionJson
        {
            Id = session.IsOld ? null : session.Id,
            LocationId = session.Location.Id,
            LocationName = session.Location.Name,
            GuestDeviceDescription = session.Guest.Device,
            GuestDeviceMac = session.Guest.Mac,
            GuestDeviceIp = session.Ip,
            AccessCode = session.Guest.AccessCode,
            LoginTypeName = session.Guest.Login,
            ServiceProfileName = session.IsOld ? null : session.Profile,
            TotalDuration = GuestFormat.Duration(Seconds(session)),
            DownloadedData = GuestFormat.Size(session.Downloaded),
            UploadedData = GuestFormat.Size(session.Uploaded),
            ConnectionStatus = isOnline ? "Online" : "Offline",
            ConnectionStatusValue = isOnline ? 1 : 0,
            StartTime = GuestFormat.Time(session.Started),
            StartTimeFormatted = GuestFormat.DisplayTime(session.Started),
            EndTime = session.Ended is { } end ? GuestFormat.Time(end) : null,
            EndTimeFormatted = session.Ended is { } ended ? GuestFormat.DisplayTime(ended) : null,
            GuestId = session.Guest.Id,
            YasId = session.IsOld ? null : session.Guest.YasId,
        };
    }

    /// <summary>How long it took, or takes so far.</summary>
    private long Seconds(SeedGuestSession session) =>
        (session.Ended ?? clock.GetUtcNow()).ToUnixTimeSeconds() - session.Started.ToUnixTimeSeconds();
}
