namespace SessionsWidgets;

/// <summary>One session as a card.</summary>
public sealed record SessionCard : SmokeListWidget
{
    /// <summary>The session to show. Default: the newest that the query finds.</summary>
    public SmokeSession? Session { get; init; }

    /// <summary>When the picture of the cigar is loaded. Default: lazily.</summary>
    public PictureLoading Loading { get; init; }
}

/// <summary>When a picture is loaded.</summary>
public enum PictureLoading
{
    /// <summary>When it is nearly in sight.</summary>
    Lazy,

    /// <summary>At once, before other pictures: for what is in sight when the page opens.</summary>
    Eager,
}
