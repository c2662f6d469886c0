namespace SessionsWidgets;

/// <summary>The activity in a lounge in one panel: guests on the Wi-Fi, smokes and, on request, check-ins. If a source fails, the others
/// are shown. Immutable.</summary>
public sealed record LoungeActivity : Widget
{
    /// <summary>The number of recent smokes and check-ins to list, 0 to 10. Default: 3.</summary>
    public int Limit { get; init; } = 3;

    /// <summary>Whether check-ins are shown: the number of today instead of the Wi-Fi visits, and the newest in the list. Not allowed for
    /// brands. Default: false.</summary>
    public bool CheckIns { get; init; }

    /// <summary>Whether avatars are shown. Default: true.</summary>
    public bool ShowAvatars { get; init; } = true;

    /// <summary>The link of a cigar's name: an http(s) URL or a path; <c>{id}</c> is replaced by the id of the cigar. Default: no
    /// link.</summary>
    public string? CigarUrl { get; init; }
}
