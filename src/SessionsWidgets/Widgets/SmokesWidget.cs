namespace SessionsWidgets;

/// <summary>What the widgets of smoke sessions have in common: which sessions, and what of them is shown.</summary>
public abstract record SmokesWidget : Widget
{
    /// <summary>How many sessions to leave out first: 0 or more. Default: 0.</summary>
    public int Offset { get; init; }

    /// <summary>The first day, inclusive. Default: no bound.</summary>
    public Day? From { get; init; }

    /// <summary>The last day, inclusive. Default: no bound.</summary>
    public Day? To { get; init; }

    /// <summary>Only featured sessions, or only others. Default: both.</summary>
    public bool? Featured { get; init; }

    /// <summary>The sessions of this cigar instead of the business's.</summary>
    public string? CigarId { get; init; }

    /// <summary>Where a cigar's name leads; <c>{id}</c> stands for the cigar's identifier. Default: no link.</summary>
    public string? CigarUrl { get; init; }

    /// <summary>Whether ratings are shown. Default: true.</summary>
    public bool ShowRatings { get; init; } = true;

    /// <summary>Whether pictures of cigars are shown. Default: true, except in the list of recent smokes.</summary>
    public bool? ShowCigarImage { get; init; }

    internal SessionQuery Query(int limit) => new()
    {
        Limit = limit,
        Offset = Offset == 0 ? null : Offset,
        From = From,
        To = To,
        Featured = Featured,
        CigarId = CigarId,
    };
}

/// <summary>What the widgets that show single sessions have in common.</summary>
public abstract record SmokeListWidget : SmokesWidget
{
    /// <summary>Whether pictures of people are shown. Default: true.</summary>
    public bool ShowAvatars { get; init; } = true;

    /// <summary>Whether it is shown how long a session took. Default: true.</summary>
    public bool ShowDuration { get; init; } = true;

    /// <summary>Whether notes are shown. Default: true.</summary>
    public bool ShowNote { get; init; } = true;

    /// <summary>Whether it is shown where a session was. Default: true, except for a venue's own sessions, which are all there.</summary>
    public bool? ShowVenue { get; init; }

    internal bool ShowsVenue(BusinessContext business) => ShowVenue ?? (business.BusinessType != BusinessType.Venue || CigarId is not null);
}
