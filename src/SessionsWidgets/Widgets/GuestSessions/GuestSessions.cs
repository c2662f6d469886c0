namespace SessionsWidgets;

/// <summary>A table of guest sessions, for the venue's staff: what identifies guests is left out, or masked where the host opted
/// in.</summary>
public sealed record GuestSessions : Widget
{
    /// <summary>How many rows a page: 1 to 100. Default: 25.</summary>
    public int Limit { get; init; } = 25;

    /// <summary>Which page: 1 or more. Default: 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>Where other pages are; <c>{page}</c> stands for the number. Default: no links.</summary>
    public string? PageUrl { get; init; }

    /// <summary>Only guests who are online, or only sessions that have ended. Default: both.</summary>
    public bool? Online { get; init; }

    /// <summary>The sessions that started on this day or later. Default: no bound.</summary>
    public Day? From { get; init; }

    /// <summary>The sessions that ended before this day. Default: no bound.</summary>
    public Day? To { get; init; }
}
