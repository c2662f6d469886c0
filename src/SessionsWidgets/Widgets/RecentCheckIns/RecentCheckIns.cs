namespace SessionsWidgets;

/// <summary>The recent check-ins at a venue, newest first. Brands have none. Immutable.</summary>
public sealed record RecentCheckIns : ListWidget
{
    /// <summary>The maximum number of check-ins, 1 to 1000. Default: 10.</summary>
    public int Limit { get; init; } = 10;

    /// <summary>The layout. Default: list.</summary>
    public CheckInLayout Layout { get; init; }

    /// <summary>Whether avatars are shown. Without them, <see cref="CheckInLayout.Faces"/> shows only names. Default: true.</summary>
    public bool ShowAvatars { get; init; } = true;

    /// <summary>Whether the list shows ratings. Default: true.</summary>
    public bool ShowRatings { get; init; } = true;

    /// <summary>Whether the list shows notes. Default: true.</summary>
    public bool ShowNote { get; init; } = true;

    internal CheckInQuery Query => new() { Limit = Limit, Offset = QueryOffset, From = From, To = To };
}

/// <summary>The layouts of check-ins.</summary>
public enum CheckInLayout
{
    /// <summary>A list in a panel: the person, the time, the note and the rating.</summary>
    List,

    /// <summary>A row of avatars, each person once, with the names in a list that visitors can open.</summary>
    Faces,
}
