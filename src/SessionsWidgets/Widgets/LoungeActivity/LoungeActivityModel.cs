namespace SessionsWidgets;

internal sealed class LoungeActivityModel : WidgetModel
{
    public LoungeActivityModel(LoungeActivity widget, WidgetContext context, Results results)
    {
        Options = widget;
        var (smokes, checkIns, online, visits) = results;
        Smokes = smokes.Value is { } sessions ? new SmokeActivity(sessions, context, widget) : null;
        CheckIns = checkIns.Value is { } page ? new CheckInActivity(page, context) : null;
        CheckInsMissing = widget.CheckIns && CheckIns is null;
        GuestsOnline = online.Value;
        VisitsToday = visits.Value is { } counts ? GuestCount.Of(counts.Days[0].Visits, context.GuestWifi.Floor) : null;
        GuestsMissing = context.Business.GuestWifi is not null && GuestsOnline is null && VisitsToday is null;
        Entries = ActivityEntry.Newest(Smokes?.Recent ?? [], CheckIns?.Recent ?? [], widget.Limit);
        // The oldest time applies to the whole.
        AsOf = new[] { smokes.Value?.FetchedAt, checkIns.Value?.FetchedAt, GuestsOnline is null ? null : online.FetchedAt }.Min()
            ?? visits.FetchedAt;
        var endOfToday = LocalDay.StartOf(context.Today.AddDays(1), context.Business.TimeZone);
        FreshUntil = Smokes is null && CheckIns is null ? DateTimeOffset.MaxValue
            : Smokes?.FreshUntil < endOfToday ? Smokes.FreshUntil
            : endOfToday;
    }

    public override DateTimeOffset FreshUntil { get; }

    public override bool IsEmpty =>
        Entries.Count == 0
        && CheckIns is not { Today.Count: > 0 }
        && GuestsOnline is not { IsNone: false }
        && VisitsToday is not { IsNone: false };

    public LoungeActivity Options { get; }

    public SmokeActivity? Smokes { get; }

    public CheckInActivity? CheckIns { get; }

    /// <summary>Whether check-ins are wanted and there is no data.</summary>
    public bool CheckInsMissing { get; }

    public GuestCount? GuestsOnline { get; }

    public GuestCount? VisitsToday { get; }

    /// <summary>Whether guest Wi-Fi is configured and has no data.</summary>
    public bool GuestsMissing { get; }

    /// <summary>The newest smokes and check-ins.</summary>
    public IReadOnlyList<ActivityEntry> Entries { get; }

    public DateTimeOffset AsOf { get; }

    /// <summary>The results of the sources; one without a value for a source that was not queried.</summary>
    internal sealed record Results(
        QueryResult<SessionPage> Smokes, QueryResult<CheckInPage> CheckIns, QueryResult<GuestCount> Online, QueryResult<VisitCounts> Visits)
    {
        public bool HasAny => (Smokes.Value ?? CheckIns.Value ?? Online.Value ?? (object?)Visits.Value) is not null;
    }
}
