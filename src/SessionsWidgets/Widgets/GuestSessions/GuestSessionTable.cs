namespace SessionsWidgets;

/// <summary>A table of guest sessions for staff. Personal data needs <see cref="GuestWifiOptions.RevealToStaff"/> and is masked.</summary>
public sealed record GuestSessionTable : Widget
{
    /// <summary>The page size, 1 to 100. Default: 25.</summary>
    public int Limit { get; init; } = 25;

    /// <summary>The page, from 1. Default: 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>The URL of other pages; <c>{page}</c> is replaced by the number. Default: no links.</summary>
    public string? PageUrl { get; init; }

    /// <summary>Whether to show only sessions that are online (true) or have ended (false). Default: both.</summary>
    public bool? Online { get; init; }

    /// <summary>The earliest start day, inclusive. Default: no bound.</summary>
    public Day? From { get; init; }

    /// <summary>The day before which sessions must have ended, exclusive. Default: no bound.</summary>
    public Day? To { get; init; }
}
