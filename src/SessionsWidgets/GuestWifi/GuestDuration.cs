namespace SessionsWidgets;

/// <summary>The time online of the guest at an address. Contains neither the address nor a name. Immutable.</summary>
/// <param name="Duration">The duration of the last session at the address; null if there was none.</param>
public sealed record GuestDuration(TimeSpan? Duration)
{
    /// <summary>Whether there was a session at the address.</summary>
    public bool IsKnown => Duration is not null;
}
