namespace SessionsWidgets;

/// <summary>The recent smokes of a business, the newest first, as a list or a grid of cards.</summary>
public sealed record RecentSmokes : SmokeListWidget
{
    /// <summary>How many sessions at most: 1 to 1000. Default: 10.</summary>
    public int Limit { get; init; } = 10;

    /// <summary>List or grid. Default: list.</summary>
    public WidgetLayout Layout { get; init; }
}

/// <summary>How sessions are laid out.</summary>
public enum WidgetLayout
{
    /// <summary>One under the other in a panel.</summary>
    List,

    /// <summary>Cards side by side.</summary>
    Grid,
}
