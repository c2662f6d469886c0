namespace SessionsWidgets;

/// <summary>What goes on in the lounge: guests on the Wi-Fi and members who smoke, in one panel. Where one source does not answer, the
/// other is shown.</summary>
public sealed record LoungeActivity : Widget
{
    /// <summary>How many recent smokes are listed: 0 to 10. Default: 3.</summary>
    public int Limit { get; init; } = 3;

    /// <summary>Whether pictures of people are shown. Default: true.</summary>
    public bool ShowAvatars { get; init; } = true;

    /// <summary>Where a cigar's name leads; <c>{id}</c> stands for the cigar's identifier. Default: no link.</summary>
    public string? CigarUrl { get; init; }
}
