namespace SessionsWidgets;

/// <summary>The events of a business: upcoming ones soonest first, past ones latest first.</summary>
public sealed record UpcomingEvents : ListWidget
{
    /// <summary>The maximum number of events, 1 to 1000. Default: 6.</summary>
    public int Limit { get; init; } = 6;

    /// <summary>Upcoming events, past ones, or all. Default: upcoming.</summary>
    public EventStatus Status { get; init; }

    /// <summary>List or cards. Default: list.</summary>
    public EventLayout Layout { get; init; }

    /// <summary>Whether pictures are shown. Default: true in cards, false in the list.</summary>
    public bool? ShowImage { get; init; }

    /// <summary>When the pictures of events are loaded. Default: lazily.</summary>
    public PictureLoading Loading { get; init; }

    /// <summary>Whether descriptions are shown. Default: true.</summary>
    public bool ShowDescription { get; init; } = true;

    /// <summary>Whether addresses are shown, beside the names of places. Default: true.</summary>
    public bool ShowAddress { get; init; } = true;

    /// <summary>Whether to show only featured events (true) or others (false). Default: both.</summary>
    public bool? Featured { get; init; }

    /// <summary>
    /// The link that adds an event to a calendar; <c>{id}</c> is replaced by the event's id. Without <c>{id}</c>, there is one link for all
    /// events. Empty for none. Default: <see cref="RenderRequest.CalendarUrl"/>.
    /// </summary>
    public string? CalendarUrl { get; init; }
}

/// <summary>The layout of events.</summary>
public enum EventLayout
{
    /// <summary>A list in a panel.</summary>
    List,

    /// <summary>A grid of cards.</summary>
    Cards,
}
