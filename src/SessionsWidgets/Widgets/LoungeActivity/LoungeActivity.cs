namespace SessionsWidgets;

/// <summary>Guests on the Wi-Fi and members who smoke, in one panel. If one source fails, the other is shown.</summary>
public sealed record LoungeActivity : Widget
{
    /// <summary>The number of recent smokes to list, 0 to 10. Default: 3.</summary>
    public int Limit { get; init; } = 3;

    /// <summary>Whether avatars are shown. Default: true.</summary>
    public bool ShowAvatars { get; init; } = true;

    /// <summary>The link of a cigar's name; <c>{id}</c> is replaced by the cigar's id. Default: no link.</summary>
    public string? CigarUrl { get; init; }
}
