namespace SessionsWidgets;

/// <summary>One session as a card. Immutable.</summary>
public sealed record SessionCard : SmokeListWidget
{
    /// <summary>The session to show. Default: the newest that the query finds.</summary>
    public SmokeSession? Session { get; init; }

    /// <summary>The time when the picture of the cigar is loaded. Default: lazy.</summary>
    public PictureLoading Loading { get; init; }
}

/// <summary>The time when a picture is loaded.</summary>
public enum PictureLoading
{
    /// <summary>When the picture is close to the viewport.</summary>
    Lazy,

    /// <summary>Immediately, before other pictures: for a picture in the viewport when the page opens.</summary>
    Eager,
}
