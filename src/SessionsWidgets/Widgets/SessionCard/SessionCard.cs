namespace SessionsWidgets;

/// <summary>One session as a card.</summary>
public sealed record SessionCard : SmokeListWidget
{
    /// <summary>The session to show. Default: the newest that the query finds.</summary>
    public SmokeSession? Session { get; init; }
}
