namespace SessionsWidgets;

/// <summary>The base class of the widgets that query smoke sessions. Immutable.</summary>
public abstract record SmokesWidget : ListWidget
{
    /// <summary>Whether to show only featured sessions (true) or only others (false). Default: both. Not allowed with
    /// <see cref="CigarId"/>.</summary>
    public bool? Featured { get; init; }

    /// <summary>The id of a cigar: shows its sessions at any venue. 1 to 64 letters, digits, '_' or '-'. Default: the sessions of the
    /// business.</summary>
    public string? CigarId { get; init; }

    /// <summary>The link of a cigar's name: an http(s) URL or a path; <c>{id}</c> is replaced by the id of the cigar. Default: no
    /// link.</summary>
    public string? CigarUrl { get; init; }

    /// <summary>Whether ratings are shown. Default: true.</summary>
    public bool ShowRatings { get; init; } = true;

    /// <summary>Whether pictures of cigars are shown. Default: true, except in the list layout of <see cref="RecentSmokes"/>.</summary>
    public bool? ShowCigarImage { get; init; }

    /// <summary>The time when the pictures of cigars are loaded. Default: lazy.</summary>
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

/// <summary>The base class of the widgets that show single sessions. Immutable.</summary>
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
