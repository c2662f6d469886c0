namespace SessionsWidgets;

internal static class LoungeActivityDefinition
{
    public static WidgetDefinition Instance { get; } = new WidgetDefinition<LoungeActivity>(
        "lounge-activity",
        [
            new WidgetParameter<LoungeActivity, int>(
                "limit", ParameterKind.WholeNumber(0, 10), w => w.Limit, (w, v) => w with { Limit = v },
                "How many recent smokes and check-ins are listed."),
            new WidgetParameter<LoungeActivity, bool>(
                "check-ins", ParameterKind.Boolean, w => w.CheckIns, (w, v) => w with { CheckIns = v },
                "Whether check-ins are shown, in the place of the Wi-Fi visits."),
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
        Describe = members => members.AddSessions().AddGuestCount()
            .AddPart<ActivityEntry>(entry => entry
                .Member("created_at", e => e.CreatedAt)
                .Member("in_progress", e => e.IsInProgress)
                .Member("check_in", e => e.IsCheckIn)
                .Model("user", e => e.User)
                .Model("cigar", e => e.Cigar))
            .Add<LoungeActivityModel>(model => model
                .Member("show_avatars", m => m.Options.ShowAvatars)
                .Member("has_smokes", m => m.Smokes is not null)
                .Member("smoking_now", m => m.Smokes?.Now)
                .Member("smokes_today", m => m.Smokes?.Today.Count)
                .Member("smokes_today_more", m => m.Smokes?.Today.AreMore == true)
                .Member("check_ins_today", m => m.CheckIns?.Today.Count)
                .Member("check_ins_today_more", m => m.CheckIns?.Today.AreMore == true)
                .Member("check_ins_missing", m => m.CheckInsMissing)
                .List("entries", m => m.Entries)
                .Model("guests_online", m => m.GuestsOnline)
                .Model("visits_today", m => m.VisitsToday)
                .Member("guests_missing", m => m.GuestsMissing)
                .Member("as_of", m => m.AsOf)),
    };

    private static WidgetPlan Plan(LoungeActivity widget, WidgetContext context)
    {
        var hasGuests = context.Business.GuestWifi is not null;
        var smokes = WidgetQuery.Sessions(new SessionQuery { Limit = TodayCount.Considered });
        var checkIns = widget.CheckIns ? CheckIns(context.Business) : null;
        var online = hasGuests ? WidgetQuery.GuestCount(new GuestSessionQuery { Online = true }) : null;
        // Check-ins of today replace the visits, so that there are at most four figures.
        var visits = hasGuests && !widget.CheckIns ? WidgetQuery.GuestVisits(days: 1, sample: 0) : null;
        return new WidgetPlan(((WidgetQuery?[])[smokes, checkIns, online, visits]).OfType<WidgetQuery>(), results =>
        {
            // Missing results are left out.
            var found = new LoungeActivityModel.Results(results.Get(smokes), Get(checkIns), Get(online), Get(visits));
            return found.HasAny ? new LoungeActivityModel(widget, context, found) : null;

            QueryResult<T> Get<T>(WidgetQuery<T>? query)
                where T : class => query is null ? new() : results.Get(query);
        });
    }

    /// <exception cref="ParameterException">The business is a brand. Thrown here, before the other queries run.</exception>
    private static WidgetQuery<CheckInPage> CheckIns(BusinessContext business)
    {
        var query = new CheckInQuery { Limit = TodayCount.Considered };
        query.ValidateFor(business.BusinessType);
        return WidgetQuery.CheckIns(query);
    }
}
