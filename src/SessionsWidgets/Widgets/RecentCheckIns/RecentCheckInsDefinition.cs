namespace SessionsWidgets;

internal static class RecentCheckInsDefinition
{
    public static WidgetDefinition Instance { get; } = new WidgetDefinition<RecentCheckIns>(
        "recent-check-ins",
        [
            new WidgetParameter<RecentCheckIns, int>(
                "limit", ParameterKind.WholeNumber(1, ListQuery.MaxLimit), w => w.Limit, (w, v) => w with { Limit = v },
                "How many check-ins at most."),
            new WidgetParameter<RecentCheckIns, CheckInLayout>(
                "layout", ParameterKind.Choice<CheckInLayout>(), w => w.Layout, (w, v) => w with { Layout = v },
                "List, or a row of avatars."),
            .. CommonParameters.OfLists,
            new WidgetParameter<RecentCheckIns, bool>(
                "show-avatars", ParameterKind.Boolean, w => w.ShowAvatars, (w, v) => w with { ShowAvatars = v },
                "Whether pictures of people are shown."),
            new WidgetParameter<RecentCheckIns, bool>(
                "show-ratings", ParameterKind.Boolean, w => w.ShowRatings, (w, v) => w with { ShowRatings = v },
                "Whether the list shows ratings."),
            new WidgetParameter<RecentCheckIns, bool>(
                "show-note", ParameterKind.Boolean, w => w.ShowNote, (w, v) => w with { ShowNote = v },
                "Whether the list shows notes."),
        ],
        Plan)
    {
        UnavailableKey = "check_ins_unavailable",
        Describe = members => members
            .AddUsers()
            .AddPart<CheckInModel>(checkIn => checkIn
                .Member("id", c => c.CheckIn.Id)
                .Member("created_at", c => c.CheckIn.CreatedAt)
                .Member("rating", c => c.CheckIn.Rating)
                .Member("note", c => c.CheckIn.Note)
                .Model("user", c => c.User))
            .Add<RecentCheckInsModel>(model => model
                .Member("layout", m => EnumText.NameOf($"{m.Options.Layout}"))
                .Member("show_avatars", m => m.Options.ShowAvatars)
                .Member("show_ratings", m => m.Options.ShowRatings)
                .Member("show_note", m => m.Options.ShowNote)
                .List("check_ins", m => m.CheckIns)
                .List("people", m => m.People)
                .List("faces", m => m.Faces)
                .Member("more_faces", m => (long)(m.People.Count - m.Faces.Count))),
    };

    private static WidgetPlan Plan(RecentCheckIns widget, WidgetContext context) => WidgetQuery.CheckIns(widget.Query)
        .ToModel(page => new RecentCheckInsModel(widget, page.CheckIns));
}
