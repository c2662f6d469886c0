using System.Text.Json;

namespace SessionsWidgets;

/// <summary>The sessions of a business or of a cigar.</summary>
internal sealed class SessionList : ListKind<SessionQuery, SmokeSession, SessionPage>
{
    /// <summary>The longest plausible session: 24 hours.</summary>
    private static readonly TimeSpan MaxDuration = TimeSpan.FromHours(24);

    /// <summary>The tolerance between the stated duration and the time from start to end.</summary>
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(1);

    public static SessionList Instance { get; } = new();

    public override string Name => "boxpressd";

    public override SmokeSession? Read(JsonElement item, ItemReader reader)
    {
        var wire = PayloadJson.Item(item, WireContext.Default.WireSession);
        if (wire is not { Id: { } id, CreatedAt: { } created, User: { } user } || reader.Text(id) is not { } cleanId) return null;
        var (started, ended) = (reader.Date(wire.StartedAt), reader.Date(wire.EndedAt));
        var (startedOnDay, endedOnDay) = (WireDate.IsDay(wire.StartedAt), WireDate.IsDay(wire.EndedAt));
        var between = startedOnDay || endedOnDay ? null : ended - started;
        return new SmokeSession
        {
            Id = cleanId,
            CreatedAt = reader.Date(created),
            StartedAt = started,
            EndedAt = ended,
            CreatedOnDay = WireDate.IsDay(created),
            StartedOnDay = startedOnDay,
            EndedOnDay = endedOnDay,
            Duration = reader.Corrections.Check("duration", wire.DurationSeconds, Duration(wire.DurationSeconds, between)),
            Rating = reader.Rating(wire.Rating),
            Note = reader.Note(wire.Note),
            User = reader.User(user),
            Cigar = Cigar(wire.Cigar, reader),
            Venue = reader.Venue(wire.Venue),
        };
    }

    public override string IdOf(SmokeSession item) => item.Id;

    public override long SizeOf(SmokeSession item) =>
        ItemSize.Item + ItemSize.Of(item.Id) + ItemSize.Of(item.Note) + ItemSize.Of(item.User) + ItemSize.Of(item.Venue)
        + (item.Cigar is { } c ? 60 + ItemSize.Of(c.Id) + ItemSize.Of(c.Name) + ItemSize.Of(c.BrandName) + ItemSize.Of(c.ImageUrl) : 0);

    public override SessionPage ToPage(IEnumerable<SmokeSession> items) => new() { Sessions = NewestFirst(items) };

    public override SessionPage Show(SessionPage page, SessionQuery query, TimeZoneInfo zone, DateTimeOffset now) =>
        page.Sessions.Any(static s => s.HasDays) ? page with { Sessions = NewestFirst(page.Sessions.Select(s => s.In(zone))) } : page;

    private static SmokeSession[] NewestFirst(IEnumerable<SmokeSession> items) =>
        [.. items.OrderByDescending(static s => s.CreatedAt ?? DateTimeOffset.MinValue)];

    private static SessionCigar? Cigar(WireCigar? cigar, ItemReader reader) => reader.Text(cigar?.Name) is { } name
        ? new SessionCigar
        {
            Id = reader.Text(cigar!.Id), Name = name, BrandName = reader.Text(cigar.BrandName), ImageUrl = reader.Picture(cigar.ImageUrl),
        }
        : null;

    private static TimeSpan? Duration(double? seconds, TimeSpan? between)
    {
        TimeSpan? stated = seconds is > 0 and <= 86_400 ? TimeSpan.FromSeconds(Math.Round(seconds.Value)) : null;
        var contradictory = between < TimeSpan.Zero || (stated is { } s && between is { } b && (s - b).Duration() > Tolerance);
        var duration = contradictory ? null : stated ?? between;
        return duration > TimeSpan.Zero && duration <= MaxDuration ? duration : null;
    }
}
