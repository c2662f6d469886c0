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
            .. CommonParameters.OfSamples<RecentSmokes>(
                (w => w.Sample, (w, v) => w with { Sample = v }),
                (w => w.Summary, (w, v) => w with { Summary = v }),
                (w => w.More, (w, v) => w with { More = v }),
                (w => w.Page, (w, v) => w with { Page = v }),
                (w => w.PageUrl, (w, v) => w with { PageUrl = v })),
            new WidgetParameter<RecentSmokes, bool?>(
                "show-cigar", ParameterKind.Boolean.OrNothing(), w => w.ShowCigar, (w, v) => w with { ShowCigar = v },
                "Whether the names of cigars are shown."),
            .. CommonParameters.OfSessions,
            .. CommonParameters.OfSingleSessions,
        ],
        Plan)
    {
        UnavailableKey = "smokes_unavailable",
        Describe = members => members.AddSessions().AddSummary().Add<RecentSmokesModel>(model => model
            .Member("layout", m => m.Options.Layout == WidgetLayout.Grid ? "grid" : "list")
            .AddOptions(m => m.Options)
            .Member("show_cigar", m => m.ShowCigar)
            .Member("show_cigar_image", m => m.ShowCigarImage)
            .AddLoading(m => m.Options.Loading)
            .Member("show_venue", m => m.ShowVenue)
            .AddPages(m => m.Pages)
            .Model("summary", m => m.Summary)
            .List("sessions", m => m.Sessions)),
    };

    private static WidgetPlan Plan(RecentSmokes widget, WidgetContext context) => WidgetQuery.Sessions(widget.Sessions())
        .ToModel(page => new RecentSmokesModel(widget, page.Sessions, context));
}

internal sealed class RecentSmokesModel : WidgetModel
{
    public RecentSmokesModel(RecentSmokes widget, IReadOnlyList<SmokeSession> found, WidgetContext context)
    {
        Options = widget;
        var skipped = widget.IsSampled ? Math.Min(widget.Offset, found.Count) : 0;
        Pages = new PageLinks(widget, widget.Limit, found.Count - skipped);
        Sessions =
        [
            .. found.Skip(skipped + Pages.Skipped).Take(widget.Limit).Select(s => new SessionModel(s, context, widget.CigarUrl)),
        ];
        Summary = widget.Summary ? SmokeSummary.Of(found, widget, skips: false) : null;
        ShowVenue = widget.ShowsVenue(context.Business);
    }

    public override bool IsEmpty => Sessions.Count == 0;

    public override DateTimeOffset FreshUntil => SessionModel.EarliestFreshUntil(Sessions);

    public RecentSmokes Options { get; }

    public IReadOnlyList<SessionModel> Sessions { get; }

    public PageLinks Pages { get; }

    public SmokeSummary? Summary { get; }

    public bool ShowCigar => Options.ShowCigar ?? Options.CigarId is null;

    public bool ShowCigarImage => Options.ShowCigarImage ?? Options.Layout == WidgetLayout.Grid;

    public bool ShowVenue { get; }
}
