namespace SessionsWidgets;

/// <summary>A count of guests that is safe to show: exact from a floor on, zero, or "a few". Immutable.</summary>
/// <remarks>A count below the floor is not held anywhere in here, so that nothing made from it (a bar's height, an average) can tell
/// it.</remarks>
public sealed record GuestCount
{
    private GuestCount(long? value, long shown)
    {
        Value = value;
        Shown = shown;
    }

    /// <summary>The count; null when it is only a few.</summary>
    public long? Value { get; }

    /// <summary>Whether it is more than none and less than the floor.</summary>
    public bool IsFew => Value is null;

    /// <summary>Whether it is none at all.</summary>
    public bool IsNone => Value == 0;

    /// <summary>What stands for it where a number is needed, such as the height of a bar: the same for every few.</summary>
    internal long Shown { get; }

    /// <summary>The count as far as it may be shown.</summary>
    /// <param name="count">The exact count.</param>
    /// <param name="floor">The smallest count that is shown, besides none.</param>
    public static GuestCount Of(long count, int floor) =>
        count <= 0 ? new GuestCount(0, 0) : count < floor ? new GuestCount(null, floor - 1) : new GuestCount(count, count);
}
