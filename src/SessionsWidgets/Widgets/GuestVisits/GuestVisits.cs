namespace SessionsWidgets;

/// <summary>The number of Wi-Fi visits on each of the last days, as a bar chart. Immutable.</summary>
public sealed record GuestVisits : Widget
{
    /// <summary>The number of days including today, 2 to 31. Each takes one request. Default: 7.</summary>
    public int Days { get; init; } = 7;

    /// <summary>The number of visits for the average stay, 0 (no average) to 500. The widget shows the number of counted visits. Default:
    /// 100.</summary>
    public int Sample { get; init; } = 100;
}
