using System.Net;

namespace SessionsWidgets;

/// <summary>The request that a widget is rendered for: visitor, page and maximum wait. Immutable.</summary>
public sealed record RenderRequest
{
    /// <summary>The maximum wait if nothing is cached. With <see cref="Timeout.InfiniteTimeSpan"/>, rendering waits for a fresh response,
    /// even if a stale one is cached. Default: <see cref="CachePolicy.PageBudget"/>.</summary>
    public TimeSpan? MaxWait { get; init; }

    /// <summary>The wait that the widgets of a page share; replaces <see cref="MaxWait"/>. Default: none.</summary>
    public PageBudget? Budget { get; init; }

    /// <summary>The language of the visitor, as a BCP 47 tag. Default, and if there are no texts in it: the language of the
    /// business.</summary>
    public string? Language { get; init; }

    /// <summary>The date style of widgets that do not set one. Default: relative.</summary>
    public DateStyle Dates { get; init; }

    /// <summary>The IP address of the visitor, for widgets with <see cref="WidgetAudience.Visitor"/>. Default: unknown.</summary>
    public IPAddress? VisitorAddress { get; init; }

    /// <summary>The path base of the application, which replaces <c>~</c> in links, encoded as in a URL: empty, or for example <c>/app</c>.
    /// Default: unknown; then <c>~/</c> is an error.</summary>
    public string? PathBase { get; init; }

    /// <summary>The path and query of the page with the widget, encoded as in a URL, for widgets with links to their further pages
    /// (<see cref="RecentSmokes.More"/>). May come from the visitor. Default: unknown; then such widgets have no links.</summary>
    public string? PageAddress { get; init; }

    /// <summary>The <see cref="UpcomingEvents.CalendarUrl"/> of widgets that do not set one: an http(s) URL or a path; <c>{id}</c> is
    /// replaced by the id of an event. Default: no link.</summary>
    public string? CalendarUrl { get; init; }

    /// <summary>The attributes of the tag that are written to the outermost element of the widget. Default: none.</summary>
    public ElementAttributes? Attributes { get; init; }

    /// <summary>The shadow root that contains the widget, for HTML that arrives with its page. Default: none.</summary>
    public Isolation? Isolation { get; init; }

    /// <summary>The URLs of the pictures. Default: those by the settings of the client.</summary>
    internal PictureAddresses? Pictures { get; init; }

    internal static RenderRequest Default { get; } = new();

    /// <summary>Returns the request as text, without the visitor's address.</summary>
    public override string ToString() => $"{nameof(RenderRequest)} {{ MaxWait = {MaxWait}, Language = {Language}, Dates = {Dates} }}";
}
