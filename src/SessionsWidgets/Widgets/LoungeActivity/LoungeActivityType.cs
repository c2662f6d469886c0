namespace SessionsWidgets;

/// <summary>How <see cref="LoungeActivity"/> is read and what its template sees.</summary>
internal static class LoungeActivityType
{
    /// <summary>How many sessions are looked through for those of today and those in progress: one request.</summary>
    private const int Considered = SessionQuery.LargestPage;

    public static WidgetType Instance { get; } = new WidgetType<LoungeActivity>(
        "lounge-activity",
        [
            new WidgetParameter<LoungeActivity, int>("limit", ParameterKinds.WholeNumber(0, 10), w => w.Limit, (w, v) => w with { Limit = v }, "How many recent smokes are listed."),
            new WidgetParameter<LoungeActivity, bool>("show-avatars", ParameterKinds.Boolean, w => w.ShowAvatars, (w, v) => w with { ShowAvatars = v }, "Whether pictures of people are shown."),
            new WidgetParameter<LoungeActivity, string>("cigar-url", ParameterKinds.Link, w => w.CigarUrl, (w, v) => w with { CigarUrl = v }, "Where a cigar's name leads; {id} stands for the cigar's id."),
        ],
        LoadAsync)
    {
        Describe = members => members.Add<LoungeActivityModel>(model => model
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

    private static async ValueTask<WidgetModel?> LoadAsync(LoungeActivity widget, WidgetContext context, CancellationToken cancellationToken)
    {
        var (page, online, today) = await context.FindActivityAsync(new SessionQuery { Limit = Considered }, cancellationToken);
        return page is null && online is null && today is null ? null : new LoungeActivityModel(widget, context, page, online, today);
    }
}

/// <summary>What the template <c>lounge-activity</c> sees.</summary>
internal sealed class LoungeActivityModel : WidgetModel
{
    public LoungeActivityModel(LoungeActivity widget, WidgetContext context, SessionPage? page, GuestTotal? online, VisitCounts? today)
    {
        Options = widget;
        Smokes = page is null ? null : new SmokeActivity(page, context, widget);
        var floor = context.Business.GuestWifi?.Floor ?? 1;
        GuestsOnline = online is null ? null : GuestCount.Of(online.Count, floor);
        VisitsToday = today is null ? null : GuestCount.Of(today.Days[0].Visits, floor);
        GuestsMissing = context.Business.GuestWifi is not null && online is null && today is null;
        // The older of both says how current the whole is.
        AsOf = page is null ? (online?.FetchedAt ?? today!.FetchedAt) : online is not null && online.FetchedAt < page.FetchedAt ? online.FetchedAt : page.FetchedAt;
    }

    public override bool IsEmpty => Smokes is not { Recent.Count: > 0 } && GuestsOnline is not { IsNone: false } && VisitsToday is not { IsNone: false };

    public LoungeActivity Options { get; }

    public SmokeActivity? Smokes { get; }

    public GuestCount? GuestsOnline { get; }

    public GuestCount? VisitsToday { get; }

    /// <summary>Whether there is guest Wi-Fi that did not answer.</summary>
    public bool GuestsMissing { get; }

    public DateTimeOffset AsOf { get; }
}
