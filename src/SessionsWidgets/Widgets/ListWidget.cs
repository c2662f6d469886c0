namespace SessionsWidgets;

/// <summary>The base of the widgets that query a list of the sessions API.</summary>
public abstract record ListWidget : Widget
{
    /// <summary>The number of items to skip. Default: 0.</summary>
    public int Offset { get; init; }

    /// <summary>The first day, inclusive: of creation, or of an event's start. Default: no bound.</summary>
    public Day? From { get; init; }

    /// <summary>The last day, inclusive. Default: no bound.</summary>
    public Day? To { get; init; }

    /// <summary>The offset of the query; null if nothing is skipped.</summary>
    internal int? QueryOffset => Offset == 0 ? null : Offset;
}
