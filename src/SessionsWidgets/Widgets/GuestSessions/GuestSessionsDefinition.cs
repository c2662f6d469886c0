namespace SessionsWidgets;

internal static class GuestSessionsDefinition
{
    public static WidgetDefinition Instance { get; } = new WidgetDefinition<GuestSessionTable>(
        "guest-sessions",
        [
            new WidgetParameter<GuestSessionTable, int>(
                "limit", ParameterKind.WholeNumber(1, GuestSessionQuery.MaxPageSize), w => w.Limit, (w, v) => w with { Limit = v },
                "How many rows a page."),
            new WidgetParameter<GuestSessionTable, int>(
                "page", ParameterKind.WholeNumber(1, 100_000), w => w.Page, (w, v) => w with { Page = v }, "Which page."),
            new WidgetParameter<GuestSessionTable, string>(
                "page-url", ParameterKind.Link, w => w.PageUrl, (w, v) => w with { PageUrl = v },
                "Where other pages are; {page} stands for the number."),
            new WidgetParameter<GuestSessionTable, bool?>(
                "online", ParameterKind.Boolean.OrNothing(), w => w.Online, (w, v) => w with { Online = v },
                "Only guests who are online (or only sessions that have ended)."),
            new WidgetParameter<GuestSessionTable, Day?>(
                "from", ParameterKind.Day.OrNothing(), w => w.From, (w, v) => w with { From = v },
                "The sessions that started on this day or later."),
            new WidgetParameter<GuestSessionTable, Day?>(
                "to", ParameterKind.Day.OrNothing(), w => w.To, (w, v) => w with { To = v }, "The sessions that ended before this day."),
        ],
        Plan)
    {
        Audience = WidgetAudience.Staff,
        Describe = Describe,
    };

    /// <summary>Names the members; personal data is masked already.</summary>
    private static void Describe(TemplateMembers members) => members
        .AddPart<GuestSession>(session => session
            .Member("started_at", s => s.StartedAt)
            .Member("ended_at", s => s.EndedAt)
            .Member("duration", s => (long?)s.Duration?.TotalSeconds)
            .Member("online", s => s.IsOnline)
            .Member("device", s => s.Device.ToString().ToLowerInvariant())
            .Member("location_name", s => s.LocationName)
            .Member("login_type", s => s.LoginType)
            .Member("service_profile", s => s.ServiceProfile)
            .Member("downloaded", s => s.DownloadedBytes)
            .Member("uploaded", s => s.UploadedBytes)
            .Model("details", s => s.Details))
        .AddPart<GuestDetails>(details => details
            .Member("guest", d => d.Guest)
            .Member("mac", d => d.DeviceMac)
            .Member("ip", d => d.DeviceIp)
            .Member("access_code", d => d.AccessCode))
        .Add<GuestSessionsModel>(model => model
            .List("sessions", m => m.Sessions)
            .Member("show_guest", m => m.Shows(GuestFields.Guest))
            .Member("show_mac", m => m.Shows(GuestFields.Mac))
            .Member("show_ip", m => m.Shows(GuestFields.Ip))
            .Member("show_access_code", m => m.Shows(GuestFields.AccessCode))
            .Member("page", m => (long)m.Page)
            .Member("previous_url", m => m.PreviousUrl)
            .Member("next_url", m => m.NextUrl)
            .Member("as_of", m => m.AsOf));

    private static WidgetPlan Plan(GuestSessionTable widget, WidgetContext context)
    {
        var query = new GuestSessionQuery
        {
            Limit = widget.Limit,
            Page = widget.Page,
            Online = widget.Online,
            StartedFrom = widget.From?.On(context.Today),
            EndedBefore = widget.To?.On(context.Today),
            ForStaff = true,
        };
        return WidgetQuery.GuestSessions(query).ToModel(page => new GuestSessionsModel(widget, page, context.GuestWifi.RevealToStaff));
    }
}

internal sealed class GuestSessionsModel(GuestSessionTable widget, GuestSessionPage page, GuestFields revealed) : WidgetModel
{
    public override bool IsEmpty => Sessions.Count == 0 && Page == 1;

    public IReadOnlyList<GuestSession> Sessions { get; } = page.Sessions;

    public int Page { get; } = widget.Page;

    public string? PreviousUrl { get; } = widget.Page > 1 ? UrlOf(widget, widget.Page - 1) : null;

    public string? NextUrl { get; } = page.HasMore ? UrlOf(widget, widget.Page + 1) : null;

    public DateTimeOffset AsOf { get; } = page.FetchedAt;

    public bool Shows(GuestFields field) => (revealed & field) != GuestFields.None;

    private static string? UrlOf(GuestSessionTable widget, int page) =>
        widget.PageUrl?.Replace(IPagedWidget.PageGap, page.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
}
