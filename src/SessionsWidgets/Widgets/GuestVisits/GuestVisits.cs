namespace SessionsWidgets;

/// <summary>The number of Wi-Fi visits on each of the last days, as a bar chart.</summary>
public sealed record GuestVisits : Widget
{
    /// <summary>The number of days including today, 2 to 31. Default: 7. Each takes one request.</summary>
    public int Days { get; init; } = 7;

    /// <summary>The number of visits in the average stay, 0 (no average) to 500; the widget shows it. Default: 100.</summary>
    public int Sample { get; init; } = 100;
}
