namespace SessionsWidgets;

internal static class RecentSmokesDefinition
{
    public static WidgetDefinition Instance { get; } = new WidgetDefinition<RecentSmokes>(
        "recent-smokes",
        [
            new WidgetParameter<RecentSmokes, int>(
                "limit", ParameterKind.WholeNumber(1, SessionQuery.MaxLimit), w => w.Limit, (w, v) => w with { Limit = v },
                "How many sessions at most."),
            new WidgetParameter<RecentSmokes, WidgetLayout>(
                "layout", ParameterKind.Choice<WidgetLayout>(), w => w.Layout, (w, v) => w with { Layout = v }, "List or grid."),
            .. CommonParameters.OfSessions,
            .. CommonParameters.OfSingleSessions,
        ],
        Plan)
    {
        UnavailableKey = "smokes_unavailable",
        Describe = members => members.AddSessions().Add<RecentSmokesModel>(model => model
            .Member("layout", m => m.Options.Layout == WidgetLayout.Grid ? "grid" : "list")
            .AddOptions(m => m.Options)
            .Member("show_cigar_image", m => m.ShowCigarImage)
            .Member("show_venue", m => m.ShowVenue)
            .List("sessions", m => m.Sessions)),
    };

    private static WidgetPlan Plan(RecentSmokes widget, WidgetContext context) => WidgetQuery.Sessions(widget.Query(widget.Limit))
        .ToModel(page => new RecentSmokesModel(
            widget,
            [.. page.Sessions.Select(s => new SessionModel(s, context, widget.CigarUrl))],
            widget.ShowsVenue(context.Business)));
}

internal sealed class RecentSmokesModel(RecentSmokes widget, IReadOnlyList<SessionModel> sessions, bool showVenue) : WidgetModel
{
    public override bool IsEmpty => Sessions.Count == 0;

    public override DateTimeOffset FreshUntil => SessionModel.EarliestFreshUntil(Sessions);

    public RecentSmokes Options { get; } = widget;

    public IReadOnlyList<SessionModel> Sessions { get; } = sessions;

    public bool ShowCigarImage { get; } = widget.ShowCigarImage ?? widget.Layout == WidgetLayout.Grid;

    public bool ShowVenue { get; } = showVenue;
}
