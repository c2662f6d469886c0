namespace SessionsWidgets;

/// <summary>The events of a business: soonest first, or latest first if it shows past events. Immutable.</summary>
public sealed record UpcomingEvents : ListWidget
{
    /// <summary>The maximum number of events, 1 to 1000. Default: 6.</summary>
    public int Limit { get; init; } = 6;

    /// <summary>The status of the events. Default: upcoming.</summary>
    public EventStatus Status { get; init; }

    /// <summary>The layout. Default: list.</summary>
    public EventLayout Layout { get; init; }

    /// <summary>Whether pictures are shown. Default: true in cards, false in the list.</summary>
    public bool? ShowImage { get; init; }

    /// <summary>The time when the pictures of events are loaded. Default: lazy.</summary>
    public PictureLoading Loading { get; init; }

    /// <summary>Whether descriptions are shown. Default: true.</summary>
    public bool ShowDescription { get; init; } = true;

    /// <summary>Whether addresses are shown after the names of places. Default: true.</summary>
    public bool ShowAddress { get; init; } = true;

    /// <summary>Whether to show only featured events (true) or only others (false). Default: both.</summary>
    public bool? Featured { get; init; }

    /// <summary>The link that adds an event to a calendar: an http(s) URL or a path; <c>{id}</c> is replaced by the id of the event.
    /// Without <c>{id}</c>, there is one link for all events. Empty: no link. Default: <see cref="RenderRequest.CalendarUrl"/>.</summary>
    public string? CalendarUrl { get; init; }
}

/// <summary>The layouts of events.</summary>
public enum EventLayout
{
    /// <summary>A list in a panel.</summary>
    List,

    /// <summary>A grid of cards.</summary>
    Cards,
}
