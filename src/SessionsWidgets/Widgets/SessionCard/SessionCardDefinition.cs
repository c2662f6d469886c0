namespace SessionsWidgets;

internal static class SessionCardDefinition
{
    /// <summary>The number of sessions to search for the newest: upstream's order is not documented.</summary>
    private const int Considered = 10;

    public static WidgetDefinition Instance { get; } = new WidgetDefinition<SessionCard>(
        "session-card",
        [.. CommonParameters.OfSessions, .. CommonParameters.OfSingleSessions],
        Plan)
    {
        // A card needs no heading.
        ShowsHeading = false,
        UnavailableKey = "smokes_unavailable",
        Describe = members => members.AddSessions().Add<SessionCardModel>(model => model
            .AddOptions(m => m.Options)
            .Member("show_cigar_image", m => m.ShowCigarImage)
            .Member("show_venue", m => m.ShowVenue)
            .AddLoading(m => m.Options.Loading)
            .Model("session", m => m.Session)),
    };

    private static WidgetPlan Plan(SessionCard widget, WidgetContext context) => widget.Session is { } session
        ? WidgetPlan.WithoutQueries(() => CreateModel(widget, context, session))
        : WidgetQuery.Sessions(widget.Query(Considered))
            .ToModel(page => CreateModel(widget, context, page.Sessions.Count > 0 ? page.Sessions[0] : null));

    private static SessionCardModel CreateModel(SessionCard widget, WidgetContext context, SmokeSession? session) =>
        new(widget, session is null ? null : new SessionModel(session, context, widget.CigarUrl), widget.ShowsVenue(context.Business));
}

internal sealed class SessionCardModel(SessionCard widget, SessionModel? session, bool showVenue) : WidgetModel
{
    public override bool IsEmpty => Session is null;

    public override DateTimeOffset FreshUntil => Session?.FreshUntil ?? DateTimeOffset.MaxValue;

    public SessionCard Options { get; } = widget;

    public SessionModel? Session { get; } = session;

    public bool ShowCigarImage { get; } = widget.ShowCigarImage ?? true;

    public bool ShowVenue { get; } = showVenue;
}
