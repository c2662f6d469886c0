namespace SessionsWidgets;

/// <summary>The recent smokes of a business, the newest first.</summary>
public sealed record RecentSmokes : SmokeListWidget
{
    /// <summary>The maximum number of sessions, 1 to 1000. Default: 10.</summary>
    public int Limit { get; init; } = 10;

    /// <summary>List or grid. Default: list.</summary>
    public WidgetLayout Layout { get; init; }
}

/// <summary>The layout of sessions.</summary>
public enum WidgetLayout
{
    /// <summary>A list in a panel.</summary>
    List,

    /// <summary>A grid of cards.</summary>
    Grid,
}
