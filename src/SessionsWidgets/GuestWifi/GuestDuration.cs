namespace SessionsWidgets;

/// <summary>How long the guest at an address has been on the Wi-Fi. Stands at the place of its address in the question; holds neither
/// address nor name. Immutable.</summary>
/// <param name="Duration">The time of the last session at the address; null when nobody had it.</param>
public sealed record GuestDuration(TimeSpan? Duration)
{
    /// <summary>Whether somebody had the address.</summary>
    public bool IsKnown => Duration is not null;
}
