namespace SessionsWidgets;

/// <summary>How long the guest at an address has been on the Wi-Fi; holds neither address nor name. Immutable.</summary>
/// <param name="Duration">The duration of the last session at the address; null when there was none.</param>
public sealed record GuestDuration(TimeSpan? Duration)
{
    /// <summary>Whether there was a session.</summary>
    public bool IsKnown => Duration is not null;
}
