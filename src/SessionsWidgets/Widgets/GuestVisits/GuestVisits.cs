namespace SessionsWidgets;

/// <summary>How many visits the venue's Wi-Fi had on each of the last days, as a bar chart.</summary>
public sealed record GuestVisits : Widget
{
    /// <summary>How many days, today included: 2 to 31. Default: 7. Each takes one request.</summary>
    public int Days { get; init; } = 7;

    /// <summary>How many visits the average stay is taken from: 0 (it is not shown) to 500. Default: 100. The widget says so.</summary>
    public int Sample { get; init; } = 100;
}
