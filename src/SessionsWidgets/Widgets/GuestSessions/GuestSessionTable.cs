namespace SessionsWidgets;

/// <summary>A table of guest sessions, for staff. Personal data needs <see cref="GuestWifiOptions.RevealToStaff"/> and is masked.
/// Immutable.</summary>
public sealed record GuestSessionTable : Widget
{
    /// <summary>The number of sessions per page, 1 to 100. Default: 25.</summary>
    public int Limit { get; init; } = 25;

    /// <summary>The page, 1 to 100,000. Default: 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>The link to other pages: an http(s) URL or a path; <c>{page}</c> is replaced by the number. Default: no links.</summary>
    public string? PageUrl { get; init; }

    /// <summary>Whether to show only sessions that are online (true) or only ended ones (false). Default: both.</summary>
    public bool? Online { get; init; }

    /// <summary>The first day of the start, inclusive. Default: no bound.</summary>
    public Day? From { get; init; }

    /// <summary>The day before which sessions have ended. Default: no bound.</summary>
    public Day? To { get; init; }
}
