namespace SessionsWidgets;

internal static class UpcomingEventsDefinition
{
    public static WidgetDefinition Instance { get; } = new WidgetDefinition<UpcomingEvents>(
        "upcoming-events",
        [
            Of("limit", ParameterKind.WholeNumber(1, ListQuery.MaxLimit), w => w.Limit, (w, v) => w with { Limit = v },
                "How many events at most."),
            Of("status", ParameterKind.Choice<EventStatus>(), w => w.Status, (w, v) => w with { Status = v },
                "Upcoming events, past ones, or all."),
            Of("layout", ParameterKind.Choice<EventLayout>(), w => w.Layout, (w, v) => w with { Layout = v }, "List or cards."),
            Of("show-image", ParameterKind.Boolean.OrNothing(), w => w.ShowImage, (w, v) => w with { ShowImage = v },
                "Whether pictures are shown."),
            Of("loading", ParameterKind.Choice<PictureLoading>(), w => w.Loading, (w, v) => w with { Loading = v },
                CommonParameters.AboutLoading),
            Of("show-description", ParameterKind.Boolean, w => w.ShowDescription, (w, v) => w with { ShowDescription = v },
                "Whether descriptions are shown."),
            Of("show-address", ParameterKind.Boolean, w => w.ShowAddress, (w, v) => w with { ShowAddress = v },
                "Whether addresses are shown."),
            Of("featured", ParameterKind.Boolean.OrNothing(), w => w.Featured, (w, v) => w with { Featured = v },
                "Only featured events (or only others)."),
            .. CommonParameters.OfLists,
            Of("calendar-url", ParameterKind.LinkOrNone, w => w.CalendarUrl, (w, v) => w with { CalendarUrl = v },
                "Where an event is added to a calendar; {id} stands for the event's id; empty for nowhere."),
        ],
        Plan)
    {
        HeadingKey = static widget => ((UpcomingEvents)widget).Status switch
        {
            EventStatus.Upcoming => "upcoming_events",
            EventStatus.Past => "past_events",
            _ => "events",
        },
        UnavailableKey = "events_unavailable",
        WithCalendar = static (widget, url) => widget is UpcomingEvents { CalendarUrl: null } events
            ? events with { CalendarUrl = url }
            : widget,
        Describe = members => members
            .AddPart<EventModel>(EventModel.Describe)
            .Add<UpcomingEventsModel>(model => model
                .Member("status", m => EnumText.NameOf($"{m.Options.Status}"))
                .Member("layout", m => EnumText.NameOf($"{m.Options.Layout}"))
                .Member("show_image", m => m.ShowImage)
                .AddLoading(m => m.Options.Loading)
                .Member("show_description", m => m.Options.ShowDescription)
                .Member("show_address", m => m.Options.ShowAddress)
                .Member("calendar_url", m => m.CalendarUrl)
                .List("events", m => m.Events)),
    };

    private static WidgetPlan Plan(UpcomingEvents widget, WidgetContext context) => WidgetQuery.Events(new EventQuery
    {
        Limit = widget.Limit,
        Offset = widget.QueryOffset,
        Status = widget.Status,
        Featured = widget.Featured,
        From = widget.From,
        To = widget.To,
    }).ToModel(page => new UpcomingEventsModel(widget, [.. page.Events.Select(e => new EventModel(e, context, widget.CalendarUrl))]));

    private static WidgetParameter<UpcomingEvents, TValue> Of<TValue>(
        string name, ParameterKind<TValue> kind, Func<UpcomingEvents, TValue?> get, Func<UpcomingEvents, TValue, Widget> with,
        string description) => new(name, kind, get, with, description);
}

internal sealed class UpcomingEventsModel(UpcomingEvents widget, IReadOnlyList<EventModel> events) : WidgetModel
{
    public override bool IsEmpty => Events.Count == 0;

    public override DateTimeOffset FreshUntil =>
        Events.Select(static e => e.FreshUntil).DefaultIfEmpty(DateTimeOffset.MaxValue).Min();

    public UpcomingEvents Options { get; } = widget;

    public IReadOnlyList<EventModel> Events { get; } = events;

    public bool ShowImage { get; } = widget.ShowImage ?? widget.Layout == EventLayout.Cards;

    /// <summary>The link to a calendar of all events, if it is one. There is none below events that are all over.</summary>
    public string? CalendarUrl { get; } =
        EventModel.IsOfEach(widget.CalendarUrl) || widget.CalendarUrl is "" || events.All(static e => e.IsOver) ? null : widget.CalendarUrl;
}
