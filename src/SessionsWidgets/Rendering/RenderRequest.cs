using System.Net;

namespace SessionsWidgets;

/// <summary>The request that a widget is rendered for. Immutable.</summary>
public sealed record RenderRequest
{
    /// <summary>The maximum wait if nothing is cached, or infinite. Default: <see cref="CachePolicy.PageBudget"/>.</summary>
    public TimeSpan? MaxWait { get; init; }

    /// <summary>The wait that the widgets of the page share, instead of <see cref="MaxWait"/>. Default: none.</summary>
    public PageBudget? Budget { get; init; }

    /// <summary>The visitor's language, a BCP 47 tag. Default, also where texts are missing: the business's.</summary>
    public string? Language { get; init; }

    /// <summary>The date style of widgets that do not set one. Default: relative.</summary>
    public DateStyle Dates { get; init; }

    /// <summary>The visitor's IP address, for <see cref="WidgetAudience.Visitor"/>. Default: unknown.</summary>
    public IPAddress? VisitorAddress { get; init; }

    /// <summary>
    /// The application's path base, encoded for URLs, that <c>~</c> in links stands for: empty, or such as <c>/app</c>. Default:
    /// unknown, <c>~/</c> is an error.
    /// </summary>
    public string? PathBase { get; init; }

    /// <summary>
    /// The path and the query, encoded as in a URL, of the page that the widget stands in, for widgets that turn their pages by themselves
    /// (<see cref="RecentSmokes.More"/>). May be what a visitor wrote. Default: unknown, these have no links.
    /// </summary>
    public string? PageAddress { get; init; }

    /// <summary>
    /// The <see cref="UpcomingEvents.CalendarUrl"/> of widgets that do not set one: an http(s) URL or a path, in which <c>{id}</c> stands
    /// for the id of an event. Default: no link.
    /// </summary>
    public string? CalendarUrl { get; init; }

    /// <summary>The attributes of the tag that go to the widget's outermost element. Default: none.</summary>
    public ElementAttributes? Attributes { get; init; }

    /// <summary>The shadow root that the widget stands in, for HTML that arrives with its page. Default: none.</summary>
    public Isolation? Isolation { get; init; }

    /// <summary>Where the pictures are loaded from. Default: by the settings of the client.</summary>
    internal PictureAddresses? Pictures { get; init; }

    internal static RenderRequest Default { get; } = new();

    /// <summary>Returns the request as text, without the visitor's address.</summary>
    public override string ToString() => $"{nameof(RenderRequest)} {{ MaxWait = {MaxWait}, Language = {Language}, Dates = {Dates} }}";
}
