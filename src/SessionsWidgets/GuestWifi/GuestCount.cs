namespace SessionsWidgets;

/// <summary>A number of guests that is safe to show: zero, exact from a floor on, or "a few". Immutable.</summary>
/// <remarks>A count below the floor is not stored, so that nothing derived from it (the height of a bar, an average) reveals it.</remarks>
public sealed record GuestCount
{
    private GuestCount(long? value, long shown)
    {
        Value = value;
        Shown = shown;
    }

    /// <summary>The exact count; null if it is above zero and below the floor.</summary>
    public long? Value { get; }

    /// <summary>Whether the count is above zero and below the floor.</summary>
    public bool IsFew => Value is null;

    /// <summary>Whether the count is zero.</summary>
    public bool IsNone => Value == 0;

    /// <summary>The number for charts: the same for every count below the floor.</summary>
    internal long Shown { get; }

    /// <summary>Creates a count that is safe to show.</summary>
    /// <param name="count">The exact count; a negative one counts as zero.</param>
    /// <param name="floor">The smallest count that is shown exactly, apart from zero.</param>
    public static GuestCount Of(long count, int floor) =>
        count <= 0 ? new GuestCount(0, 0) : count < floor ? new GuestCount(null, floor - 1) : new GuestCount(count, count);
}
