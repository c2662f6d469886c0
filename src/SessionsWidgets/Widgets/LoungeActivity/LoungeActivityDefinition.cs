namespace SessionsWidgets;

internal static class LoungeActivityDefinition
{
    /// <summary>The number of sessions to search for those of today and in progress: one request.</summary>
    private const int Considered = SessionQuery.MaxPageSize;

    public static WidgetDefinition Instance { get; } = new WidgetDefinition<LoungeActivity>(
        "lounge-activity",
        [
            new WidgetParameter<LoungeActivity, int>(
                "limit", ParameterKind.WholeNumber(0, 10), w => w.Limit, (w, v) => w with { Limit = v },
                "How many recent smokes are listed."),
            new WidgetParameter<LoungeActivity, bool>(
                "show-avatars", ParameterKind.Boolean, w => w.ShowAvatars, (w, v) => w with { ShowAvatars = v },
                "Whether pictures of people are shown."),
            new WidgetParameter<LoungeActivity, string>(
                "cigar-url", ParameterKind.Link, w => w.CigarUrl, (w, v) => w with { CigarUrl = v },
                "Where a cigar's name leads; {id} stands for the cigar's id."),
        ],
        Plan)
    {
        IsSmall = true,
        Describe = members => members.AddSessions().AddGuestCount().Add<LoungeActivityModel>(model => model
            .Member("show_avatars", m => m.Options.ShowAvatars)
            .Member("has_smokes", m => m.Smokes is not null)
            .Member("smoking_now", m => m.Smokes?.Now)
            .Member("smokes_today", m => m.Smokes?.Today)
            .Member("smokes_today_more", m => m.Smokes?.AreMore == true)
            .List("sessions", m => m.Smokes?.Recent ?? [])
            .Model("guests_online", m => m.GuestsOnline)
            .Model("visits_today", m => m.VisitsToday)
            .Member("guests_missing", m => m.GuestsMissing)
            .Member("as_of", m => m.AsOf)),
    };

    private static WidgetPlan Plan(LoungeActivity widget, WidgetContext context)
    {
        var smokes = WidgetQuery.Sessions(new SessionQuery { Limit = Considered });
        if (context.Business.GuestWifi is null) return smokes.ToModel(page => new LoungeActivityModel(widget, context, page, new(), new()));
        var online = WidgetQuery.GuestCount(new GuestSessionQuery { Online = true });
        var today = WidgetQuery.GuestVisits(days: 1, sample: 0);
        return new WidgetPlan([smokes, online, today], results =>
        {
            // Missing results are left out.
            var (page, guests, visits) = (results.Get(smokes).Value, results.Get(online), results.Get(today));
            return page is null && guests.Value is null && visits.Value is null
                ? null
                : new LoungeActivityModel(widget, context, page, guests, visits);
        });
    }
}

internal sealed class LoungeActivityModel : WidgetModel
{
    public LoungeActivityModel(
        LoungeActivity widget, WidgetContext context, SessionPage? page, QueryResult<GuestCount> online, QueryResult<VisitCounts> today)
    {
        Options = widget;
        Smokes = page is null ? null : new SmokeActivity(page, context, widget);
        GuestsOnline = online.Value;
        VisitsToday = today.Value is { } visits ? GuestCount.Of(visits.Days[0].Visits, context.GuestWifi.Floor) : null;
        GuestsMissing = context.Business.GuestWifi is not null && GuestsOnline is null && VisitsToday is null;
        // The older time applies to the whole.
        AsOf = page is null ? (GuestsOnline is null ? today.FetchedAt : online.FetchedAt)
            : GuestsOnline is not null && online.FetchedAt < page.FetchedAt ? online.FetchedAt
            : page.FetchedAt;
    }

    public override DateTimeOffset FreshUntil => Smokes?.FreshUntil ?? DateTimeOffset.MaxValue;

    public override bool IsEmpty =>
        Smokes is not { Recent.Count: > 0 } && GuestsOnline is not { IsNone: false } && VisitsToday is not { IsNone: false };

    public LoungeActivity Options { get; }

    public SmokeActivity? Smokes { get; }

    public GuestCount? GuestsOnline { get; }

    public GuestCount? VisitsToday { get; }

    /// <summary>Whether guest Wi-Fi is configured and has no data.</summary>
    public bool GuestsMissing { get; }

    public DateTimeOffset AsOf { get; }
}
