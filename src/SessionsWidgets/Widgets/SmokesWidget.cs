namespace SessionsWidgets;

/// <summary>The base of the widgets that query smoke sessions.</summary>
public abstract record SmokesWidget : ListWidget
{
    /// <summary>Whether to show only featured sessions (true) or others (false). Default: both.</summary>
    public bool? Featured { get; init; }

    /// <summary>The cigar whose sessions are shown, at any venue. Default: the business's sessions.</summary>
    public string? CigarId { get; init; }

    /// <summary>The link of a cigar's name; <c>{id}</c> is replaced by the cigar's id. Default: no link.</summary>
    public string? CigarUrl { get; init; }

    /// <summary>Whether ratings are shown. Default: true.</summary>
    public bool ShowRatings { get; init; } = true;

    /// <summary>Whether cigar images are shown. Default: true, except in the list of recent smokes.</summary>
    public bool? ShowCigarImage { get; init; }

    /// <summary>When the pictures of cigars are loaded. Default: lazily.</summary>
    public PictureLoading Loading { get; init; }

    internal SessionQuery Query(int limit) => new()
    {
        Limit = limit,
        Offset = QueryOffset,
        From = From,
        To = To,
        Featured = Featured,
        CigarId = CigarId,
    };
}

/// <summary>The base of the widgets that show single sessions.</summary>
public abstract record SmokeListWidget : SmokesWidget
{
    /// <summary>Whether avatars are shown. Default: true.</summary>
    public bool ShowAvatars { get; init; } = true;

    /// <summary>Whether durations are shown. Default: true.</summary>
    public bool ShowDuration { get; init; } = true;

    /// <summary>Whether notes are shown. Default: true.</summary>
    public bool ShowNote { get; init; } = true;

    /// <summary>Whether venues are shown. Default: true, except for a venue's own sessions.</summary>
    public bool? ShowVenue { get; init; }

    internal bool ShowsVenue(BusinessContext business) => ShowVenue ?? (business.BusinessType != BusinessType.Venue || CigarId is not null);
}
