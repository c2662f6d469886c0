namespace SessionsWidgets;

/// <summary>Guests on the Wi-Fi, members who smoke and, on request, check-ins in one panel. If a source fails, the others are
/// shown.</summary>
public sealed record LoungeActivity : Widget
{
    /// <summary>The number of recent smokes and check-ins to list, 0 to 10. Default: 3.</summary>
    public int Limit { get; init; } = 3;

    /// <summary>Whether check-ins are shown: those of today in the place of the Wi-Fi visits, and the newest in the list. Brands have
    /// none. Default: false.</summary>
    public bool CheckIns { get; init; }

    /// <summary>Whether avatars are shown. Default: true.</summary>
    public bool ShowAvatars { get; init; } = true;

    /// <summary>The link of a cigar's name; <c>{id}</c> is replaced by the cigar's id. Default: no link.</summary>
    public string? CigarUrl { get; init; }
}
